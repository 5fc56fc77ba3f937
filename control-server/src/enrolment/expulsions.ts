import { type AgentCertificate, certificateFault } from './agent-certificate.js';

/**
 * Milliseconds after a revocation at which the box's open session at a broker elsewhere is ended. More
 * than once: it comes back for as long as that broker has not taken up the new list.
 */
const AFTER_MS = [1_000, 5_000, 15_000, 60_000, 300_000, 900_000] as const;

/**
 * Where the edge has another certificate, which is good, its rightful box ends a foreign session by
 * coming in, since both have one client id. Once is then enough, for a box that is switched off.
 */
const AFTER_MS_WITH_ANOTHER = [60_000] as const;

/**
 * Edges whose sessions at a broker elsewhere are to be ended now: for each revoked certificate that has not
 * ended, one of the moments above lies after `since`, the last look, and not after `now`. Epoch ms.
 */
export const dueExpulsions = (
  certificates: readonly AgentCertificate[],
  since: number,
  now: number,
): string[] => {
  const good = new Set(
    certificates
      .filter((each) => certificateFault(each, now) === undefined)
      .map(({ edge }) => edge),
  );
  const due = certificates.flatMap(({ edge, endsAt, revokedAt }) => {
    if (revokedAt === null || endsAt <= now) return [];
    const moments = good.has(edge) ? AFTER_MS_WITH_ANOTHER : AFTER_MS;
    const isDue = moments.some((after) => revokedAt + after > since && revokedAt + after <= now);
    return isDue ? [edge] : [];
  });
  return [...new Set(due)].toSorted();
};
