import {
  type EnrolmentAnswer,
  type EnrolmentRequest,
  fail,
  ok,
  type Result,
  toTimestamp,
} from '@throng/contract';
import { NOBODY } from '../audit/recorder.js';
import type { StoreFault } from '../store/measurement-store.js';
import { type CodeFault, codeFault, type OneTimeCode } from './one-time-code.js';
import type { EnrolmentParts, IssuedCertificate } from './ports.js';

export type EnrolFault = CodeFault | 'bad-request' | StoreFault;

/** Who asks, and under which name it knows this server. */
export interface Asking {
  readonly address: string;
  readonly host: string;
}

/** Turns a code and a request into a certificate; what was tried in vain is on record as well. */
export const enrolBox = async (
  parts: EnrolmentParts,
  { at, secret, edge, request }: EnrolmentRequest,
  asking: Asking,
): Promise<Result<EnrolmentAnswer, EnrolFault>> => {
  const { authority, clock, days, hash, recorder, store } = parts;
  const { address } = asking;
  const refused = (code: EnrolFault, message: string) => {
    const act = { actor: NOBODY, action: 'enrolment-refused', subject: edge ?? 'box' } as const;
    recorder.note({ ...act, outcome: 'refused', details: { address, reason: code } });
    return fail(code, message);
  };
  const now = clock.now();
  const found = store.code(hash(secret));
  if (!found.ok) return found;
  const code = found.value;
  const fault = codeFault(code, { at: Date.parse(at), edge }, now);
  if (code === undefined || fault !== undefined) {
    return refused(fault ?? 'code-unknown', faultWords(fault ?? 'code-unknown', code));
  }
  const issued = await authority.issueAgent(request, code.edge, days, now);
  if (!issued.ok) return refused(issued.code, issued.message);
  const { endsAt, fingerprint, serial } = issued.value;
  // From here on it is on record; of two boxes that come at once with one code, one is enrolled.
  const recorded = await recorder.record({
    actor: { name: code.madeBy, role: 'enrolment-code' },
    ...{ action: 'box-enrolled', subject: code.edge },
    details: { address, serial, expiresAt: toTimestamp(endsAt) },
  });
  if (!recorded.ok) return recorded;
  const kept = store.enrol(code.hash, {
    ...{ serial, edge: code.edge, fingerprint, endsAt },
    ...{ issuedAt: now, issuedBy: code.madeBy },
  });
  if (!kept.ok) return refused(kept.code, kept.message);
  if (!kept.value) return refused('code-used', faultWords('code-used', { ...code, usedAt: now }));
  return ok(answerOf(parts, issued.value, code.edge, asking.host));
};

/** What a box is given with its certificate. */
export const answerOf = (
  { directions }: Pick<EnrolmentParts, 'directions'>,
  { pem }: IssuedCertificate,
  edge: string,
  host: string,
): EnrolmentAnswer => {
  const { ca, fleetKey, venue } = directions;
  const broker = directions.broker(host);
  return { v: 1, venue, edge, certificate: pem, ca, broker, fleetKey };
};

/** Only who knows the code's 128 bits is told what became of it. */
const faultWords = (fault: CodeFault, code: OneTimeCode | undefined): string => {
  switch (fault) {
    case 'code-unknown':
      return 'this server knows no such code; make one with throng-server enroll';
    case 'code-used':
      return `this code was used at ${toTimestamp(code?.usedAt ?? 0)}; if that was not this box, revoke edge "${code?.edge}" at once, then make another code`;
    case 'code-expired':
      return `this code ended at ${toTimestamp(code?.expiresAt ?? 0)}; make another with throng-server enroll`;
    case 'code-for-another':
      return `this code is for edge "${code?.edge}", and this box is set up as another; it is left unused`;
    case 'clock':
      return 'the clocks of this box and of the server differ by more than 4 minutes; the code is left unused';
  }
};
