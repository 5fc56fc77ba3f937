import {
  type EnrolmentAnswer,
  fail,
  ok,
  type RenewalRequest,
  type Result,
  renewalText,
  toTimestamp,
} from '@throng/contract';
import type { StoreFault } from '../store/measurement-store.js';
import { certificateFault } from './agent-certificate.js';
import { type Asking, answerOf } from './enrol-box.js';
import type { EnrolmentParts } from './ports.js';

export type RenewFault =
  | 'certificate-unknown'
  | 'certificate-revoked'
  | 'certificate-ended'
  | 'bad-signature'
  | 'bad-request'
  | StoreFault;

/** Gives whoever holds a good certificate, and proves it by a signature, the next one (EN5). */
export const renewCertificate = async (
  parts: EnrolmentParts,
  { certificate, request, signature }: RenewalRequest,
  { address, host }: Asking,
): Promise<Result<EnrolmentAnswer, RenewFault>> => {
  const { authority, clock, days, recorder, shown, store } = parts;
  const now = clock.now();
  const fingerprint = shown.fingerprintOf(certificate);
  const found = fingerprint === undefined ? ok(undefined) : store.certificate(fingerprint);
  if (!found.ok) return found;
  const former = found.value;
  if (former === undefined) {
    return fail('certificate-unknown', 'this server has not given out that certificate');
  }
  const { edge, issuedBy } = former;
  const actor = { name: edge, role: 'edge' };
  const refused = (code: RenewFault, message: string) => {
    const details = { address, serial: former.serial, reason: code };
    const act = { actor, action: 'certificate-renewed', subject: edge } as const;
    recorder.note({ ...act, outcome: 'refused', details });
    return fail(code, message);
  };
  if (!shown.hasSigned(certificate, renewalText(request), signature)) {
    return refused('bad-signature', 'the request is not signed by the key of that certificate');
  }
  const fault = certificateFault(former, now);
  if (fault !== undefined) {
    return refused(
      `certificate-${fault}`,
      `that certificate ${fault === 'revoked' ? 'is revoked' : 'has ended'}; enrol the box anew with a code of throng-server enroll`,
    );
  }
  const issued = await authority.issueAgent(request, edge, days, now);
  if (!issued.ok) return refused(issued.code, issued.message);
  const { endsAt, serial } = issued.value;
  const expiresAt = toTimestamp(endsAt);
  const recorded = await recorder.record({
    ...{ actor, action: 'certificate-renewed', subject: edge },
    details: { address, serial, expiresAt },
  });
  if (!recorded.ok) return recorded;
  const next = { serial, edge, fingerprint: issued.value.fingerprint, endsAt };
  const kept = store.addCertificate({ ...next, issuedAt: now, issuedBy });
  return kept.ok ? ok(answerOf(parts, issued.value, edge, host)) : kept;
};
