import type { CameraHealth } from '@throng/contract';
import {
  deviation,
  type Experience,
  NO_DRIFT,
  type Observation,
  observe,
  type Statistic,
} from '@throng/inference';

/** Milliseconds between two frames that are looked at: light and weather do not change faster. */
const EVERY = 1_000;

/** Deviations beyond are all alike: far outside. */
const FARTHEST = 100;

/** Watches whether a camera shows what its model was trained on. Without an experience it knows nothing. */
export class DriftWatch {
  #state = NO_DRIFT;
  #next = Number.NEGATIVE_INFINITY;

  constructor(
    /** What the model that measures now was trained on, where it is known: another may take its place. */
    private readonly experience: () => Experience | undefined,
    /** Told of all statistics that lie outside, whenever others do than before. */
    private readonly onChange: (outside: readonly Statistic[]) => void,
  ) {}

  /** Whether the frame of this moment (ms) is one to look at. */
  isDue(capturedAt: number): boolean {
    return capturedAt >= this.#next && this.experience() !== undefined;
  }

  add(observation: Observation, capturedAt: number): void {
    const experience = this.experience();
    if (experience === undefined) return;
    this.#next = capturedAt + EVERY;
    const before = this.#state.outside;
    this.#state = observe(this.#state, observation, capturedAt, experience);
    const { outside } = this.#state;
    const isSame = outside.size === before.size && [...outside].every((one) => before.has(one));
    if (!isSame) this.onChange([...outside]);
  }

  /** How far each statistic outside lies, in standard deviations; undefined where nobody can tell. */
  report(): CameraHealth['drift'] {
    const experience = this.experience();
    if (experience === undefined) return undefined;
    return [...this.#state.outside].map((statistic) => {
      const far = deviation(this.#state, experience, statistic) ?? 0;
      const bounded = Math.max(-FARTHEST, Math.min(FARTHEST, far));
      return { statistic, deviations: Math.round(bounded * 10) / 10 };
    });
  }
}
