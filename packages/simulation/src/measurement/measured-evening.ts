import { type MeasurementWindow, toIdentifier, toTimestamp } from '@throng/contract';
import type { Truth } from '../evening/truth.js';
import { createRandom, mixSeed, type Random } from '../random/random.js';
import type { SimulatedVenue } from '../venue/simulated-venue.js';
import { type CameraSight, cameraSights } from './camera-sight.js';
import { type MeasurementErrors, USUAL_ERRORS } from './measurement-errors.js';

/** What the cameras of a venue make of its evening: the contract's windows, with all their errors. */
export interface MeasuredEvening {
  /** @param truth at the end of the window; all windows that reach the server for it. */
  measure(truth: Truth): MeasurementWindow[];
}

export interface MeasurementOptions {
  /** Length of a window, seconds. */
  readonly windowSeconds: number;
  /** When the doors opened, milliseconds since 1970-01-01T00:00:00Z. */
  readonly doorsAt: number;
  readonly errors?: MeasurementErrors;
}

/** How much of the passing noise stays from one window to the next. */
const MEMORY = 0.7;

/** Parts of σ that a camera claims for its counts: relative, and a floor in persons. */
const CLAIMED = { relative: 0.08, floor: 0.5 } as const;

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** @param seed of the cameras' errors; the evening itself has its own. */
export const measuredEvening = (
  { venue }: SimulatedVenue,
  seed: number,
  { doorsAt, errors = USUAL_ERRORS, windowSeconds }: MeasurementOptions,
): MeasuredEvening => {
  const cameras = cameraSights(venue).map((sight, index) =>
    measuredCamera(sight, createRandom(mixSeed(seed, 200 + index)), errors, windowSeconds),
  );
  const bootId = mixSeed(seed, 7).toString(16).padStart(16, '0');
  return {
    measure: (truth) =>
      cameras.flatMap((camera) => {
        const measured = camera.measure(truth);
        if (measured === undefined) return [];
        const end = doorsAt + (truth.time + camera.skew) * 1_000;
        return [
          {
            v: 1 as const,
            venue: toIdentifier(venue.id),
            edge: toIdentifier(camera.sight.edge),
            camera: toIdentifier(camera.sight.camera),
            bootId,
            sequence: camera.sequence,
            start: toTimestamp(Math.floor(end / 1_000 - windowSeconds) * 1_000),
            seconds: windowSeconds,
            ...measured,
            frames: { captured: windowSeconds, processed: windowSeconds, superseded: 0, failed: 0 },
          },
        ];
      }),
  };
};

const measuredCamera = (
  sight: CameraSight,
  random: Random,
  errors: MeasurementErrors,
  windowSeconds: number,
) => {
  const bias = Math.max(0.5, 1 + errors.bias * random.normal());
  const skew = errors.skewSeconds * random.normal();
  const lines = new Map(
    sight.passages.map((passage) => {
      const recall = random.between(...errors.recall);
      const believed = Math.min(1, Math.max(0.5, recall + errors.recallError * random.normal()));
      return [passage, { recall, believed, seen: { in: 0, out: 0 } }];
    }),
  );
  const noises = sight.zones.map(() => random.normal());
  let lostUntil = Number.NEGATIVE_INFINITY;

  const count = (persons: number, index: number): number => {
    const noise = MEMORY * (noises[index] ?? 0) + Math.sqrt(1 - MEMORY * MEMORY) * random.normal();
    noises[index] = noise;
    const spread = Math.hypot(errors.noise * persons, 0.25 * Math.sqrt(persons));
    return Math.max(0, persons * bias + spread * noise);
  };

  const caught = (crossed: number, recall: number): number => {
    let counted = 0;
    for (let person = 0; person < crossed; person += 1) counted += random.chance(recall) ? 1 : 0;
    return counted;
  };

  return {
    sight,
    skew,
    sequence: -1,
    measure(truth: Truth): Pick<MeasurementWindow, 'zones' | 'passages'> | undefined {
      this.sequence += 1;
      const isLost = truth.time < lostUntil;
      if (!isLost && random.chance((errors.dropoutsPerHour * windowSeconds) / 3_600)) {
        lostUntil = truth.time + random.between(...errors.dropoutSeconds);
      }
      const zones = sight.zones.map(({ area, share, zone }, index) => {
        const persons = count((truth.zones[zone]?.persons ?? 0) * share, index);
        const density = persons / area;
        return {
          zone: toIdentifier(zone),
          persons: rounded(persons),
          sigma: rounded(
            Math.hypot(CLAIMED.relative * persons, Math.sqrt(0.05 * persons), CLAIMED.floor),
          ),
          area: rounded(area),
          densityP95: Math.min(20, rounded(1.3 * density)),
        };
      });
      const passages = sight.passages.map((passage) => {
        const { in: forth = 0, out: back = 0 } = truth.passages[passage] ?? {};
        const line = lines.get(passage) ?? { recall: 1, believed: 1, seen: { in: 0, out: 0 } };
        const crossed = { in: forth - line.seen.in, out: back - line.seen.out };
        line.seen = { in: forth, out: back };
        return {
          passage: toIdentifier(passage),
          in: caught(crossed.in, line.recall),
          out: caught(crossed.out, line.recall),
          recall: Math.round(line.believed * 100) / 100,
        };
      });
      return isLost ? undefined : { zones, passages };
    },
  };
};
