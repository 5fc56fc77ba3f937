/** Sequence numbers from `from` to `to`, both included. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/**
 * Which sequence numbers of one run have been seen, in the space of its gaps: all from `floor` up
 * to `highest` except what lies in a gap. The result does not depend on the order of arrival.
 */
export interface SequenceLedger {
  /** What lies below is not remembered any more. */
  readonly floor: number;
  readonly highest: number;
  /** Rising, disjoint, never touching. */
  readonly gaps: readonly Gap[];
}

export const emptyLedger: SequenceLedger = { floor: 0, highest: -1, gaps: [] };

/**
 * With more gaps than this the floor rises above the oldest. A history thinned in a spool leaves a
 * gap for each window that was given up, and comes newest first: the oldest gap is the one that
 * still fills.
 */
const MAX_GAPS = 256;

const bounded = (ledger: SequenceLedger): SequenceLedger => {
  const surplus = ledger.gaps.length - MAX_GAPS;
  const last = ledger.gaps[surplus - 1];
  return last === undefined
    ? ledger
    : { ...ledger, floor: last.to + 1, gaps: ledger.gaps.slice(surplus) };
};

/**
 * The ledger with `sequence` entered, or undefined when it had been seen before. One below the
 * floor passes: losing it would be worse than asking the store, which keeps the first of two rows.
 */
export const enterSequence = (
  ledger: SequenceLedger,
  sequence: number,
): SequenceLedger | undefined => {
  const { floor, highest, gaps } = ledger;
  if (sequence < floor) return ledger;
  if (sequence === highest + 1) return { floor, highest: sequence, gaps };
  if (sequence > highest) {
    const skipped = { from: highest + 1, to: sequence - 1 };
    return bounded({ floor, highest: sequence, gaps: [...gaps, skipped] });
  }
  const hit = gaps.findIndex(({ from, to }) => from <= sequence && sequence <= to);
  const gap = gaps[hit];
  if (gap === undefined) return undefined;
  const rest = [
    { from: gap.from, to: sequence - 1 },
    { from: sequence + 1, to: gap.to },
  ].filter(({ from, to }) => from <= to);
  return bounded({ floor, highest, gaps: gaps.toSpliced(hit, 1, ...rest) });
};
