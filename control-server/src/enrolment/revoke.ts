import { fail, ok, type Result } from '@throng/contract';
import type { Actor } from '../audit/recorder.js';
import type { StoreFault } from '../store/measurement-store.js';
import { type AgentCertificate, certificateFault, normalSerial } from './agent-certificate.js';
import type { EnrolmentParts } from './ports.js';

type Parts = Pick<EnrolmentParts, 'store' | 'recorder' | 'clock'>;

/** What was good until it was revoked. */
export interface Revoked {
  readonly certificates: readonly AgentCertificate[];
  /** Codes of the edge that nobody had used: whoever has the box may have its code too. */
  readonly codes: number;
}

/** Revokes all certificates and unused codes of an edge, or the one certificate of a serial number. */
export const revoke = async (
  { store, recorder, clock }: Parts,
  target: string,
  reason: string,
  actor: Actor,
): Promise<Result<Revoked, 'unknown' | StoreFault>> => {
  const all = store.certificates();
  if (!all.ok) return all;
  const now = clock.now();
  const meant = all.value.filter(
    ({ edge, serial }) => edge === target || serial === normalSerial(target),
  );
  const good = meant.filter((certificate) => certificateFault(certificate, now) === undefined);
  for (const { edge, serial } of good) {
    const act = { actor, action: 'certificate-revoked', subject: edge } as const;
    const recorded = await recorder.record({ ...act, details: { serial, comment: reason } });
    if (!recorded.ok) return recorded;
  }
  const revoked = store.revoke({ serials: good.map(({ serial }) => serial), at: now, reason });
  if (!revoked.ok) return revoked;
  const codes = store.endCodes(target, now);
  if (!codes.ok) return codes;
  if (good.length + codes.value > 0) return ok({ certificates: good, codes: codes.value });
  const why = meant.length === 0 ? 'was never given out' : 'is revoked already, or has ended';
  return fail('unknown', `no certificate of "${target}" is good: it ${why}`);
};
