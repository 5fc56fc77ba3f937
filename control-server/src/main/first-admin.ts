import { makeLink, needsFirstAdmin } from '../access/links.js';
import { linkAddress } from '../access/one-time-link.js';
import type { AccessParts } from '../access/ports.js';
import { SERVER } from '../audit/recorder.js';
import type { AccessSettings } from '../settings/access-settings.js';

/** The address by which the first admin is made; undefined where there is somebody already. */
export const firstAdminLink = (
  parts: AccessParts,
  mode: AccessSettings['mode'],
  origin: string,
): string | undefined => {
  if (mode === 'open' || !needsFirstAdmin(parts)) return undefined;
  const made = makeLink(parts, null, SERVER);
  return made.ok ? linkAddress(origin, made.value.secret) : undefined;
};
