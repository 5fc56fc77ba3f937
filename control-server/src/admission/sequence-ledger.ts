/** Sequence numbers from `from` to `to`, both included. */
interface Gap {
  readonly from: number;
  readonly to: number;
}

/**
 * Which sequence numbers of one run have been seen, in the space of its gaps: all up to
 * `highest` except what lies in a gap. The result does not depend on the order of arrival.
 */
export interface SequenceLedger {
  readonly highest: number;
  /** Rising, disjoint, never touching. */
  readonly gaps: readonly Gap[];
}

export const emptyLedger: SequenceLedger = { highest: -1, gaps: [] };

/** With more gaps than this the oldest is closed: what comes for it later counts as a duplicate. */
const MAX_GAPS = 256;

/** The ledger with `sequence` entered, or undefined when it had been seen before. */
export const enterSequence = (
  ledger: SequenceLedger,
  sequence: number,
): SequenceLedger | undefined => {
  const { highest, gaps } = ledger;
  if (sequence > highest) {
    const skipped = sequence > highest + 1 ? [{ from: highest + 1, to: sequence - 1 }] : [];
    return { highest: sequence, gaps: [...gaps, ...skipped].slice(-MAX_GAPS) };
  }
  const hit = gaps.findIndex(({ from, to }) => from <= sequence && sequence <= to);
  const gap = gaps[hit];
  if (gap === undefined) return undefined;
  const rest = [
    { from: gap.from, to: sequence - 1 },
    { from: sequence + 1, to: gap.to },
  ].filter(({ from, to }) => from <= to);
  return { highest, gaps: gaps.toSpliced(hit, 1, ...rest).slice(-MAX_GAPS) };
};
