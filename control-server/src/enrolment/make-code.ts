import { fail, ok, type Result, SERVER, toTimestamp } from '@throng/contract';
import type { Actor } from '../audit/recorder.js';
import type { StoreFault } from '../store/measurement-store.js';
import { REMEMBERED_MS } from './one-time-code.js';
import type { EnrolmentParts } from './ports.js';

export type CodeParts = Pick<EnrolmentParts, 'store' | 'recorder' | 'clock' | 'hash'>;

export interface CodeWish {
  readonly edge: string;
  readonly minutes: number;
  /** Hexadecimal; only its hash is kept. */
  readonly secret: string;
}

/** Puts a one-time code on record and keeps its hash; when it ends, epoch ms. An older one of the edge ends now. */
export const makeCode = async (
  { store, recorder, clock, hash }: CodeParts,
  { edge, minutes, secret }: CodeWish,
  actor: Actor,
): Promise<Result<number, 'reserved' | StoreFault>> => {
  // A certificate of that name is the server's own at a broker elsewhere.
  if (edge === SERVER) return fail('reserved', `no edge may be called "${SERVER}"`);
  const now = clock.now();
  const expiresAt = now + minutes * 60_000;
  const act = {
    ...({ actor, action: 'enrolment-code-made', subject: edge } as const),
    details: { expiresAt: toTimestamp(expiresAt) },
  };
  const recorded = await recorder.record(act);
  if (!recorded.ok) return recorded;
  const swept = store.sweep(now - REMEMBERED_MS);
  const code = { hash: hash(secret), edge, madeBy: actor.name, madeAt: now, expiresAt };
  const ended = swept.ok ? store.endCodes(edge, now) : swept;
  const added = ended.ok ? store.addCode({ ...code, usedAt: null }) : ended;
  if (added.ok) return ok(expiresAt);
  recorder.note({ ...act, outcome: 'failed', details: { reason: added.code } });
  return added;
};
