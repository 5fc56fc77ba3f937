import type { ModelTask, Result } from '@throng/contract';
import {
  countOf,
  type DensityEstimator,
  type DensityMap,
  type Detection,
  observeFrame,
  type PersonDetector,
  type Picture,
} from '@throng/inference';
import type { Models } from '../../pipeline/analyse-frame.js';
import type { OneLook, PairedLook } from './stage-evidence.js';

/** How two models of one task look at the frames of one camera. */
export interface Pairing {
  /** Whose answer counts: `old` beside which the offered one only looks on, or `offered`. */
  readonly lead: 'old' | 'offered';
  /** Whether this frame is one for both; asked once a frame. */
  readonly isDue: () => boolean;
  /** Milliseconds of a clock that only moves on. */
  readonly stopwatch: () => number;
  readonly onPair: (look: PairedLook) => void;
}

type Answer<Value> = Result<Value, 'model-failed'>;

/** One look with its time; nothing of a model that failed. */
const timed = async <Value>(
  look: () => Promise<Answer<Value>>,
  { stopwatch }: Pairing,
  told: (value: Value) => Omit<OneLook, 'took'>,
): Promise<{ readonly answer: Answer<Value>; readonly look: OneLook | undefined }> => {
  const began = stopwatch();
  const answer = await look();
  const took = stopwatch() - began;
  return { answer, look: answer.ok ? { took, ...told(answer.value) } : undefined };
};

/**
 * Lets both models look at a frame, one after the other so that neither's time is the other's. Where
 * the one that leads fails, the other's answer stands: a trial loses no measurement.
 */
const both = async <Value>(
  old: () => Promise<Answer<Value>>,
  offered: () => Promise<Answer<Value>>,
  pairing: Pairing,
  told: (value: Value) => Omit<OneLook, 'took'>,
): Promise<Answer<Value>> => {
  const leads = pairing.lead === 'offered';
  if (!pairing.isDue()) {
    const answer = await (leads ? offered() : old());
    if (answer.ok || !leads) return answer;
    pairing.onPair({ old: undefined, offered: undefined });
    return old();
  }
  const first = await timed(old, pairing, told);
  const second = await timed(offered, pairing, told);
  pairing.onPair({ old: first.look, offered: second.look });
  const [wanted, other] = leads ? [second, first] : [first, second];
  return wanted.answer.ok || !leads ? wanted.answer : other.answer;
};

const pairedDensity = (
  old: DensityEstimator,
  offered: DensityEstimator,
  pairing: Pairing,
): DensityEstimator => ({
  ...(pairing.lead === 'old'
    ? { id: old.id, error: old.error }
    : { id: offered.id, error: offered.error }),
  estimate: (picture: Picture) =>
    both<DensityMap>(
      () => old.estimate(picture),
      () => offered.estimate(picture),
      pairing,
      (map) => ({ persons: countOf(map), observation: observeFrame(picture, undefined, map) }),
    ),
});

const pairedPerson = (
  old: PersonDetector,
  offered: PersonDetector,
  pairing: Pairing,
): PersonDetector => ({
  ...(pairing.lead === 'old'
    ? { id: old.id, error: old.error }
    : { id: offered.id, error: offered.error }),
  detect: (picture: Picture) =>
    both<readonly Detection[]>(
      () => old.detect(picture),
      () => offered.detect(picture),
      pairing,
      (found) => ({
        persons: found.length,
        observation: observeFrame(picture, found, undefined),
      }),
    ),
});

/** One model of a task, in the form that all models are given in. */
export type OneModel = Pick<Models, ModelTask>;

/** The models of a camera on which an offered one of a task is tried beside the old one. */
export const pairedModels = (old: Models, offered: OneModel, pairing: Pairing): Models => ({
  ...{ person: old.person, density: old.density, motion: old.motion },
  ...(old.density !== undefined && offered.density !== undefined
    ? { density: pairedDensity(old.density, offered.density, pairing) }
    : {}),
  ...(old.person !== undefined && offered.person !== undefined
    ? { person: pairedPerson(old.person, offered.person, pairing) }
    : {}),
});
