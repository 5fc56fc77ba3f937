import type { RollBackReason, Trial, TrialFigures } from '@throng/contract';
import { type Clock, pause } from '../../ports/clock.js';
import { judgeStage, type Verdict } from './judge-stage.js';
import type { PairedLook, StageEvidence } from './stage-evidence.js';

/** The stages of a trial in their order: beside the old model, in its place on one camera, everywhere. */
export const TRIAL_STAGES = ['shadow', 'canary', 'probation'] as const;
export type TrialStage = (typeof TRIAL_STAGES)[number];

export interface TrialParts {
  readonly trial: Trial;
  readonly evidence: () => StageEvidence;
  /** Gives the models their places for a stage; pairs of looks on the trial's camera come to `onPair`. */
  readonly place: (stage: TrialStage, onPair: (look: PairedLook) => void) => void;
  /** How it stands: at the beginning of each stage, and at the end of the trial. */
  readonly told: (stage: TrialStage, figures: TrialFigures) => void;
  readonly clock: Clock;
  /** Aborted when the offer is withdrawn. */
  readonly signal: AbortSignal;
}

export type TrialOutcome =
  | { readonly kind: 'passed'; readonly figures: TrialFigures }
  | {
      readonly kind: 'failed';
      readonly reason: RollBackReason;
      readonly figures: TrialFigures;
    };

const JUDGE_EVERY = 1_000;

/** Tries a model stage by stage, the whole time in each, and ends with the first that goes wrong (FL7, FL8). */
export const runTrial = async (parts: TrialParts): Promise<TrialOutcome> => {
  const { clock, place, signal, told, trial } = parts;
  let figures: TrialFigures = { looks: 0, failures: 0, drift: 0 };
  for (const stage of TRIAL_STAGES) {
    const evidence = parts.evidence();
    const began = clock.now();
    place(stage, (look) => evidence.add(look));
    told(stage, evidence.figures());
    let verdict: Verdict = { kind: 'goes-on' };
    while (verdict.kind === 'goes-on') {
      await pause(clock, JUDGE_EVERY, signal);
      figures = evidence.figures();
      if (signal.aborted) return { kind: 'failed', reason: 'withdrawn', figures };
      verdict = judgeStage(figures, trial, clock.now() - began);
    }
    if (verdict.kind === 'failed') return { ...verdict, figures };
  }
  return { kind: 'passed', figures };
};
