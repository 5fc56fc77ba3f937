import { type Identity, renewalDueAt } from '../enrolment/identity.js';
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

/** How long after a renewal was due it is missed: the agent asks every hour. */
const MISSED = 6 * 3_600_000;

/** Until when an enrolled box may speak, and whether the agent renews that in time. Times are epoch ms. */
export const enrolmentFinding = (
  { edge, endsAt, issuedAt, venue }: Pick<Identity, 'edge' | 'endsAt' | 'issuedAt' | 'venue'>,
  now: number,
): Finding => {
  const days = Math.floor((endsAt - now) / DAY);
  const due = renewalDueAt({ endsAt, issuedAt });
  const who = `edge "${edge}" of ${venue}`;
  if (now >= endsAt) {
    const remedy = 'enrol the box with a new code: throng-edge enroll … --again';
    return broken('enrolment', `${who}; the certificate has ended`, remedy);
  }
  const detail = `${who}, the certificate is valid for ${days} days`;
  if (now < due) {
    return healthy('enrolment', `${detail}, renewed from ${new Date(due).toISOString()} on`);
  }
  return now < due + MISSED
    ? healthy('enrolment', `${detail}; its renewal is due`)
    : broken(
        'enrolment',
        `${detail}, and should have been renewed since ${new Date(due).toISOString()}`,
        'let the agent run, and reach the server’s page; its log says why it cannot',
      );
};

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
