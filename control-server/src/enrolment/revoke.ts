import { fail, ok, type Result } from '@throng/contract';
import type { Actor } from '../audit/recorder.js';
import type { StoreFault } from '../store/measurement-store.js';
import { type AgentCertificate, certificateFault, normalSerial } from './agent-certificate.js';
import type { EnrolmentParts } from './ports.js';

type Parts = Pick<EnrolmentParts, 'store' | 'recorder' | 'clock'>;

/** Revokes all certificates of an edge, or the one of a serial number; those that were good. */
export const revoke = async (
  { store, recorder, clock }: Parts,
  target: string,
  reason: string,
  actor: Actor,
): Promise<Result<readonly AgentCertificate[], 'unknown' | StoreFault>> => {
  const all = store.certificates();
  if (!all.ok) return all;
  const now = clock.now();
  const meant = all.value.filter(
    ({ edge, serial }) => edge === target || serial === normalSerial(target),
  );
  const good = meant.filter((certificate) => certificateFault(certificate, now) === undefined);
  if (good.length === 0) {
    const why = meant.length === 0 ? 'was never given out' : 'is revoked already, or has ended';
    return fail('unknown', `no certificate of "${target}" is good: it ${why}`);
  }
  for (const { edge, serial } of good) {
    const act = { actor, action: 'certificate-revoked', subject: edge } as const;
    const recorded = await recorder.record({ ...act, details: { serial, comment: reason } });
    if (!recorded.ok) return recorded;
  }
  const serials = good.map(({ serial }) => serial);
  const revoked = store.revoke({ serials, at: now, reason });
  if (!revoked.ok) return revoked;
  return ok(good);
};
