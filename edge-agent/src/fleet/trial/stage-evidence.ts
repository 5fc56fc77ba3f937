import type { TrialFigures } from '@throng/contract';
import {
  DRIFT_DEFAULTS,
  type Experience,
  type Observation,
  STATISTICS,
  type Statistic,
} from '@throng/inference';

/** What one model made of a frame. */
export interface OneLook {
  /** Milliseconds that the look took. */
  readonly took: number;
  readonly persons: number;
  readonly observation: Observation;
}

/** The same frame, looked at by both models; undefined for one that failed. */
export interface PairedLook {
  readonly old: OneLook | undefined;
  readonly offered: OneLook | undefined;
}

const median = (values: readonly number[]): number | undefined => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
};

const rounded = (value: number): number => Math.min(1_000, Math.round(value * 1_000) / 1_000);

/** The mean of each statistic over the looks of one model. */
class Means {
  readonly #sums = new Map<Statistic, { sum: number; count: number }>();

  add(observation: Observation): void {
    for (const statistic of STATISTICS) {
      const value = observation[statistic];
      if (value === undefined || !Number.isFinite(value)) continue;
      const { count, sum } = this.#sums.get(statistic) ?? { sum: 0, count: 0 };
      this.#sums.set(statistic, { sum: sum + value, count: count + 1 });
    }
  }

  /** Statistics whose mean lies outside an experience: by 3 of its standard deviations or more. */
  outside(experience: Experience | undefined): Set<Statistic> {
    const isOutside = (statistic: Statistic): boolean => {
      const [seen, known] = [this.#sums.get(statistic), experience?.[statistic]];
      if (seen === undefined || known === undefined || known.deviation <= 0) return false;
      const far = Math.abs(seen.sum / seen.count - known.mean) / known.deviation;
      return far >= DRIFT_DEFAULTS.leaveAt;
    };
    return new Set(STATISTICS.filter(isOutside));
  }
}

/** What the looks of one stage of a trial say together. */
export class StageEvidence {
  readonly #times: { old: number; offered: number }[] = [];
  readonly #means = { old: new Means(), offered: new Means() };
  #looks = 0;
  #failures = 0;
  #counted = 0;
  #apart = 0;

  constructor(
    private readonly experience: {
      readonly old: Experience | undefined;
      readonly offered: Experience | undefined;
    },
  ) {}

  add({ offered, old }: PairedLook): void {
    this.#looks += 1;
    if (offered === undefined) this.#failures += 1;
    if (old !== undefined) this.#means.old.add(old.observation);
    if (offered !== undefined) this.#means.offered.add(offered.observation);
    if (offered === undefined || old === undefined) return;
    this.#times.push({ old: old.took, offered: offered.took });
    this.#counted += old.persons;
    this.#apart += Math.abs(offered.persons - old.persons);
  }

  figures(): TrialFigures {
    const pairs = this.#times.length;
    const [old, offered] = [
      median(this.#times.map((times) => times.old)),
      median(this.#times.map((times) => times.offered)),
    ];
    const before = this.#means.old.outside(this.experience.old);
    const now = this.#means.offered.outside(this.experience.offered);
    return {
      looks: this.#looks,
      ...(old === undefined || offered === undefined
        ? {}
        : {
            slower: rounded(offered / Math.max(0.001, old)),
            disagreement: rounded(this.#apart / (this.#counted + pairs)),
          }),
      failures: this.#looks === 0 ? 0 : rounded(this.#failures / this.#looks),
      drift: [...now].filter((statistic) => !before.has(statistic)).length,
    };
  }
}
