import type { ServerSettings } from '../settings/server-settings.js';
import { isLoopback } from './same-origin.js';

/**
 * Whether passwords and cookies would cross a network in the clear: the server speaks plain HTTP to
 * more than this machine, has no certificate, and names no proxy that could speak HTTPS before it.
 */
export const isPlainOnNetwork = ({ access, listen }: Pick<ServerSettings, 'access' | 'listen'>) =>
  listen.tls === undefined && !isLoopback(listen.host) && access.trustedProxies.length === 0;
