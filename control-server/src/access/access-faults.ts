import type { CodedFault, Fault, VenueDefinition } from '@throng/contract';
import type { AccessSettings } from '../settings/access-settings.js';
import { isLoopback } from './same-origin.js';

/** What the schema cannot say of access. Paths begin at `server`. */
export const accessFaults = (
  { mode, oidc, sessionIdleHours, sessionHours }: AccessSettings,
  host: string,
): Fault[] => {
  const faults: Fault[] = [];
  if (mode === 'open' && !isLoopback(host)) {
    const message = `open access is for this machine only, and listen.host is ${host}: set mode: accounts, or listen.host: 127.0.0.1`;
    faults.push({ path: '/access/mode', message });
  }
  if (mode === 'open' && oidc !== undefined) {
    const message = 'nobody logs in to open access; set mode: accounts, or remove it';
    faults.push({ path: '/access/oidc', message });
  }
  if (sessionIdleHours > sessionHours) {
    const message = `must not exceed sessionHours (${sessionHours})`;
    faults.push({ path: '/access/sessionIdleHours', message });
  }
  const issuer = oidc === undefined ? '' : oidc.issuer;
  if (issuer.startsWith('http:') && !isLoopback(hostOf(issuer))) {
    const message = 'begins with http: what vouches for people must come over https';
    faults.push({ path: '/access/oidc/issuer', message });
  }
  return faults;
};

const hostOf = (address: string): string =>
  URL.canParse(address) ? new URL(address).hostname : '';

/** Zones of groups that the venue does not have. */
export const groupZoneFaults = (
  { oidc }: AccessSettings,
  { zones }: Pick<VenueDefinition, 'zones'>,
): CodedFault[] => {
  const known = new Set(zones.map(({ id }) => id));
  return Object.entries(oidc?.zones ?? {}).flatMap(([group, ids]) =>
    ids
      .filter((id) => !known.has(id))
      .map((id) => ({
        path: `/access/oidc/zones/${group}`,
        message: `names zone "${id}", which the venue does not have`,
        cause: { code: 'no-zone', id },
      })),
  );
};
