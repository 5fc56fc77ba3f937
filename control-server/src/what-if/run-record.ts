import type { AlertBands } from '@throng/contract';

/** Fewer than this is nobody: people are reckoned in parts. */
export const NOBODY = 0.5;

/** Moments kept of each zone for drawing, the first and the last among them. */
const DRAWN = 60;

/** What came of a run, noted as it goes. Seconds from now; not a number where it never happened. */
export class RunRecord {
  /** Highest density per zone, persons/m², and when. */
  readonly peak: Float64Array;
  readonly peakAt: Float64Array;
  readonly warningAt: Float64Array;
  readonly criticalAt: Float64Array;
  /** Since when nobody is in a zone. */
  readonly clearAt: Float64Array;
  /** Densities per drawn moment: zones one after the other. */
  readonly drawn: Float64Array[] = [];
  readonly drawnEvery: number;
  #before: Float64Array;

  /** @param until seconds of the run. */
  constructor(
    private readonly area: Float64Array,
    private readonly bands: readonly Pick<AlertBands, 'warning' | 'critical'>[],
    start: Float64Array,
    until: number,
  ) {
    const never = () => new Float64Array(start.length).fill(Number.NaN);
    this.peak = new Float64Array(start.length).fill(-1);
    [this.peakAt, this.warningAt, this.criticalAt] = [never(), never(), never()];
    this.clearAt = start.map((persons) => (persons < NOBODY ? 0 : Number.NaN));
    this.drawnEvery = until / DRAWN;
    this.#before = Float64Array.from(start);
    this.#densities(0, start);
  }

  /** Notes what stands at `seconds`, `step` seconds after the note before. */
  note(seconds: number, step: number, persons: Float64Array): void {
    for (let zone = 0; zone < persons.length; zone += 1) {
      const [before, now] = [this.#before[zone] ?? 0, persons[zone] ?? 0];
      if (now >= NOBODY) this.clearAt[zone] = Number.NaN;
      else if (before >= NOBODY) {
        this.clearAt[zone] = seconds - (step * (NOBODY - now)) / (before - now);
      }
      this.#before[zone] = now;
    }
    this.#densities(seconds, persons);
  }

  #densities(seconds: number, persons: Float64Array): void {
    for (let zone = 0; zone < persons.length; zone += 1) {
      const density = (persons[zone] ?? 0) / (this.area[zone] ?? 1);
      if (density > (this.peak[zone] ?? 0)) {
        this.peak[zone] = density;
        this.peakAt[zone] = seconds;
      }
      const { critical = Infinity, warning = Infinity } = this.bands[zone] ?? {};
      if (density >= warning) first(this.warningAt, zone, seconds);
      if (density >= critical) first(this.criticalAt, zone, seconds);
    }
    if (seconds + 1e-6 >= this.drawn.length * this.drawnEvery) {
      this.drawn.push(persons.map((count, zone) => count / (this.area[zone] ?? 1)));
    }
  }
}

const first = (times: Float64Array, zone: number, seconds: number): void => {
  if (Number.isNaN(times[zone])) times[zone] = seconds;
};
