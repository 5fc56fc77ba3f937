import type { EveningTally } from '../evening-tally.js';

/** What became of a passing or of a warning. */
export type CaseKind = 'foreseen' | 'late' | 'missed' | 'false';

/** One passing of a limit, or one false warning. Times are seconds since the doors opened. */
export interface Case {
  readonly kind: CaseKind;
  readonly venue: string;
  readonly seed: number;
  readonly zone: string;
  /** Of the passing; of the warning where it was false. */
  readonly at: number;
  /** From warning to passing; for how long the warning stood where it was false; 0 when missed. */
  readonly seconds: number;
}

/** Every passing and every false warning, in the order of venues, seeds and zones. */
export const casesOf = (evenings: readonly EveningTally[]): Case[] =>
  evenings.flatMap(({ seed, venue, warnings: { passings, warnings } }) => [
    ...passings.map(({ at, leadSeconds, zone }): Case => {
      const kind = leadSeconds === undefined ? 'missed' : leadSeconds > 0 ? 'foreseen' : 'late';
      return { kind, venue, seed, zone, at, seconds: leadSeconds ?? 0 };
    }),
    ...warnings
      .filter(({ isFalse }) => isFalse)
      .map(({ at, seconds, zone }): Case => ({ kind: 'false', venue, seed, zone, at, seconds })),
  ]);

/** Seconds of lead that make a story: shorter ones are poor, longer ones mostly luck. */
const TELLING_LEAD = { least: 150, most: 600 } as const;

/** Whether the zone had not passed its limit before, that evening: such a story tells itself. */
const isFirst = (each: Case, cases: readonly Case[]): boolean =>
  !cases.some(
    ({ at, kind, seed, venue, zone }) =>
      kind !== 'false' &&
      venue === each.venue &&
      seed === each.seed &&
      zone === each.zone &&
      at < each.at,
  );

const greatest = (cases: readonly Case[]): Case | undefined =>
  cases.toSorted((a, b) => b.seconds - a.seconds)[0];

/**
 * The three that are told at length: the zone's first passing that was warned of the longest before
 * (within reason), the one missed or, where none was, warned of the latest, and the false warning that stood longest. The
 * same evenings give the same three.
 *
 * @param isExplained whether something went wrong in that zone shortly before: such passings make
 *   the clearer story, and are taken first.
 */
export const pickCases = (cases: readonly Case[], isExplained: (each: Case) => boolean): Case[] => {
  const ofKind = (kind: CaseKind) => cases.filter((each) => each.kind === kind);
  const telling = ofKind('foreseen').filter(
    ({ seconds }) => seconds >= TELLING_LEAD.least && seconds <= TELLING_LEAD.most,
  );
  const first = telling.filter((each) => isFirst(each, cases));
  const missed = ofKind('missed');
  const late = ofKind('late').toSorted((a, b) => a.seconds - b.seconds);
  return [
    greatest(first.filter(isExplained)) ??
      greatest(first) ??
      greatest(telling) ??
      greatest(ofKind('foreseen')),
    missed.find(isExplained) ?? missed[0] ?? late.find(isExplained) ?? late[0],
    greatest(ofKind('false')),
  ].filter((each) => each !== undefined);
};
