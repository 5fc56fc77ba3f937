import { broken, type Finding, healthy } from './finding.js';

const DAY = 86_400_000;
/** A certificate is to be renewed so long before its end. */
const NOTICE_DAYS = 14;

/** Whether a certificate that ends at `validTo` (epoch ms) is good for some time. */
export const certificateFinding = (name: string, validTo: number, now: number): Finding => {
  const days = Math.floor((validTo - now) / DAY);
  const subject = `broker.${name}`;
  if (days >= NOTICE_DAYS) return healthy(subject, `valid for ${days} days`);
  const detail = validTo <= now ? 'has expired' : `ends in ${days} days`;
  return broken(subject, detail, 'renew it; the agent takes the new file at its next connection');
};

/** Whether a broker that takes the certificate's common name for the user lets this edge speak. */
export const identityFinding = (commonName: string | undefined, edge: string): Finding =>
  commonName === edge
    ? healthy('broker.identity', `the certificate names this edge, ${edge}`)
    : broken(
        'broker.identity',
        `the certificate names "${commonName ?? ''}", and this edge is "${edge}"`,
        `a broker with access rules refuses all that this box says: have a certificate issued for "${edge}", or set \`edge\` to the name in it`,
      );

const MEGABYTE = 1024 ** 2;

/** Whether the disk has room for all that the spool may hold. */
export const spoolFinding = (path: string, freeBytes: number, maxMegabytes: number): Finding => {
  const free = Math.floor(freeBytes / MEGABYTE);
  return free >= maxMegabytes
    ? healthy('spool', `${path}, at most ${maxMegabytes} MB, ${free} MB are free`)
    : broken(
        'spool',
        `${path} may take ${maxMegabytes} MB, ${free} MB are free`,
        'free space on this disk, or set spool.maxMegabytes lower',
      );
};
