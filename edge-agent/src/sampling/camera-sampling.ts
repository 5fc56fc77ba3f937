import type { CameraHealth } from '@throng/contract';
import type { AnalysedFrame } from '../pipeline/analyse-frame.js';
import type { ZoneView } from '../stages/camera-view.js';
import { CameraRisk } from './camera-risk.js';
import { DensityRest } from './density-rest.js';

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;

/** What decides how one camera is sampled, and the account of how it was. */
export class CameraSampling {
  readonly #risk: CameraRisk;
  readonly #rest = new DensityRest();
  #since: number;
  #looks = { all: 0, withDensity: 0, milliseconds: 0 };

  /** @param wanted frames per second that the settings ask for. */
  constructor(
    zones: readonly ZoneView[],
    private readonly wanted: number,
    now: number,
  ) {
    this.#risk = new CameraRisk(zones);
    this.#since = now;
  }

  weightAt(now: number): number {
    return this.#risk.weightAt(now);
  }

  /** Whether the density model may rest on the frame of this moment. */
  mayRest(capturedAt: number): boolean {
    return this.#rest.mayRest(capturedAt);
  }

  measured(measurement: AnalysedFrame): void {
    const { capturedAt, hiding, withDensity } = measurement;
    this.#risk.add(measurement);
    this.#rest.looked(capturedAt, hiding, withDensity);
    this.#looks.all += 1;
    if (withDensity) this.#looks.withDensity += 1;
  }

  /** The models were busy with this camera for so long, whatever came of it. */
  spent(milliseconds: number): void {
    this.#looks.milliseconds += milliseconds;
  }

  /** How it was sampled since the last call. */
  report(now: number): NonNullable<CameraHealth['sampling']> {
    const { all, withDensity, milliseconds } = this.#looks;
    const elapsed = Math.max(1, now - this.#since);
    this.#looks = { all: 0, withDensity: 0, milliseconds: 0 };
    this.#since = now;
    return {
      wanted: this.wanted,
      weight: rounded(this.weightAt(now)),
      share: rounded(Math.min(1, milliseconds / elapsed)),
      ...(all === 0 ? {} : { density: rounded(withDensity / all) }),
    };
  }
}
