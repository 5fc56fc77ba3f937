import { fail, type Result } from '@throng/contract';
import type { Act } from '../audit/recorder.js';
import type { StoreFault } from '../store/measurement-store.js';
import type { Account } from './account.js';
import type { AccessParts } from './ports.js';

export type KeepFault = 'unknown' | 'taken' | 'last-admin' | 'zones' | 'source' | StoreFault;

/** Zones asked for that the venue does not have; null is the whole venue. */
export const strangeZones = (zones: Account['zones'], known: ReadonlySet<string>): string[] =>
  (zones ?? []).filter((zone) => !known.has(zone));

export const unknownZones = (zones: readonly string[]) =>
  fail('zones', `the venue has no zone ${zones.map((zone) => `"${zone}"`).join(', ')}`);

export interface KeepParts extends AccessParts {
  /** Ids of the venue's zones. */
  readonly zones: ReadonlySet<string>;
}

/** Puts an act on record, then does it; where it then fails, that is put on record too. */
export const recorded = async <Value, Code extends string>(
  { recorder }: Pick<AccessParts, 'recorder'>,
  act: Act,
  work: () => Result<Value, Code | StoreFault>,
): Promise<Result<Value, Code | StoreFault>> => {
  const written = await recorder.record(act);
  if (!written.ok) return written;
  const done = work();
  if (!done.ok) recorder.note({ ...act, outcome: 'failed', details: { reason: done.code } });
  return done;
};
