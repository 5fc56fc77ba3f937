import { readFile } from 'node:fs/promises';
import { getJson } from '../adapters/client/get-json.js';
import type { LoadedVenueFile } from '../adapters/settings/load-venue-file.js';
import { type HealthAnswer, judgeHealth, type ServerHealth } from '../health/judge-health.js';

/** Milliseconds for an answer: a loaded server is slow, one that hangs is not there. */
const PATIENCE = 10_000;

/** Where this machine reaches a server that listens on every address. */
const EVERYWHERE: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

const hostOf = (host: string): string => {
  const reached = EVERYWHERE[host] ?? host;
  return reached.includes(':') ? `[${reached}]` : reached;
};

const why = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Asks the server that runs on this machine under a venue file how it is. */
export const askOwnHealth = async (
  file: Pick<LoadedVenueFile, 'listenTls' | 'server'>,
): Promise<ServerHealth> => {
  const { host, port } = file.server.listen;
  const tls = file.listenTls;
  const origin = `${tls === undefined ? 'http' : 'https'}://${hostOf(host)}:${port}`;
  let silence = '';
  const ask = async (path: string): Promise<HealthAnswer | undefined> => {
    try {
      const certificate = tls && (await readFile(tls.certFile, 'utf8'));
      return await getJson({ url: new URL(path, origin), certificate, patience: PATIENCE });
    } catch (error) {
      silence = `${origin} does not answer: ${why(error)}`;
      return undefined;
    }
  };
  const [healthz, readyz] = await Promise.all([ask('/healthz'), ask('/readyz')]);
  return judgeHealth(healthz, readyz, silence);
};
