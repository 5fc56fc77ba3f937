import type { PassageTally } from './passage-tally.js';

/** Persons per minute over a passage; `in` is from → to. */
export interface CountedFlow {
  readonly in: number;
  readonly out: number;
}

/** Looks between which flows are told, and so the most tallies that are kept: a minute of 10 s each. */
export const FLOW_LOOKS = 6;

export const wasCounted = (tally: PassageTally | undefined): boolean =>
  Number.isFinite(tally?.countedUntil);

/** Seconds that must have been counted: fewer are a handful of people and no flow. */
const LEAST_SECONDS = 20;

/**
 * The flow between two tallies of one passage, by the time that was counted between them; undefined
 * where too little was.
 */
export const flowBetween = (
  earlier: PassageTally | undefined,
  later: PassageTally | undefined,
): CountedFlow | undefined => {
  if (earlier === undefined || later === undefined) return undefined;
  const seconds = (later.countedUntil - earlier.countedUntil) / 1_000;
  if (!wasCounted(earlier) || seconds < LEAST_SECONDS) return undefined;
  const minutes = seconds / 60;
  return { in: (later.in - earlier.in) / minutes, out: (later.out - earlier.out) / minutes };
};

/** The tally since which a passage's flow is told: the oldest of the last minute at which it had been counted. */
export const countedBefore = (
  past: readonly (readonly PassageTally[])[],
  passage: number,
): PassageTally | undefined => past.find((tallies) => wasCounted(tallies[passage]))?.[passage];
