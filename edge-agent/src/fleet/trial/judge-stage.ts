import type { RollBackReason, Trial, TrialFigures } from '@throng/contract';

/** What is to be done with a model on trial. */
export type Verdict =
  | { readonly kind: 'goes-on' }
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly reason: RollBackReason };

/** The first limit that is broken, the gravest first. */
const brokenLimit = (
  { disagreement = 0, drift, failures, slower = 0 }: TrialFigures,
  { limits }: Pick<Trial, 'limits'>,
): RollBackReason | undefined => {
  if (failures > limits.failures) return 'failed';
  if (disagreement > limits.disagreement) return 'disagrees';
  if (slower > limits.slower) return 'slower';
  return drift > limits.drift ? 'drift' : undefined;
};

/**
 * Judges a stage of a trial (FL8). A model is taken back as soon as enough looks say so, and passes
 * only after the whole time; until there are enough looks nothing is decided.
 *
 * @param elapsed milliseconds since the stage began.
 */
export const judgeStage = (figures: TrialFigures, trial: Trial, elapsed: number): Verdict => {
  if (figures.looks < trial.leastLooks) return { kind: 'goes-on' };
  const reason = brokenLimit(figures, trial);
  if (reason !== undefined) return { kind: 'failed', reason };
  return elapsed >= trial.seconds * 1_000 ? { kind: 'passed' } : { kind: 'goes-on' };
};
