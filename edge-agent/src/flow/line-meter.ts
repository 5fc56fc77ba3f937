import type { Identifier } from '@throng/contract';
import { densityError, detectorError, type Place } from '../hand-over/expected-error.js';
import { DENSITY_ERRORS, DETECTOR_ERRORS } from '../hand-over/measured-errors.js';
import type { CameraView } from '../stages/camera-view.js';
import type { Move } from '../tracking/tracker.js';
import { nearestCell } from './block-ground.js';
import { DenseFlow } from './dense-flow.js';
import { LineCounter } from './line-counter.js';
import type { LineView } from './line-view.js';
import type { MovingPeople } from './moving-people.js';

/** Metres from a line at which somebody surely is on one side of it. */
const HYSTERESIS = 0.3;

/** What one frame adds to a passage's counts; parts of a person are possible. */
export interface PassageFlow {
  readonly passage: Identifier;
  readonly in: number;
  readonly out: number;
  /** Share of the crossings that are caught, 0 to 1. */
  readonly recall: number;
}

/** What of one frame concerns a line. */
export interface LineSights {
  /** Capture time, ms. */
  readonly at: number;
  readonly moves: readonly Move[];
  readonly dense: MovingPeople | undefined;
  /** Per ground cell: how far dense motion is trusted, 0 (tracks alone) to 1. */
  readonly trust: Float64Array;
  /** Per ground cell: persons/m² round it. */
  readonly density: Float64Array;
  /** Share of the people seen who can be followed, 0 to 1. */
  readonly followed: number;
}

/**
 * Share of the crossings at a place that are caught, by what the models are known to miss there:
 * (1 − w)·f·(1 − detector's miss) + w·(1 − density model's miss), with f the share of those seen who
 * can be followed. The detector misses who is hidden or small; who it misses in passing only, their
 * track carries over.
 *
 * @param followed f, 0 to 1.
 * @param scale pixels of the detector's own picture per pixel of the working frame.
 */
export const caughtShare = (
  place: Place,
  weight: number,
  followed: number,
  scale: number,
): number => {
  const tracked = 1 - detectorError(place, scale, DETECTOR_ERRORS).relative;
  const flowing = 1 - densityError(place, 0, DENSITY_ERRORS).relative;
  return (1 - weight) * followed * tracked + weight * flowing;
};

/**
 * The crossings of one line: tracks where people are told apart, dense motion where they are not,
 * blended by the weight w of the density model at the place, as their counts are:
 * N = Σ (1 − w) over the tracks that cross + ∫∫ w·ρ·v ds dt.
 */
export class LineMeter {
  readonly #counter: LineCounter;
  readonly #dense: DenseFlow;

  constructor(
    private readonly line: LineView,
    private readonly view: CameraView,
  ) {
    this.#counter = new LineCounter(line.line, HYSTERESIS);
    this.#dense = new DenseFlow(line);
  }

  get passage(): Identifier {
    return this.line.passage;
  }

  /** @param near per block, the owned ground cell nearest to it. */
  next({ at, dense, density, followed, moves, trust }: LineSights, near: Int32Array): PassageFlow {
    const passed = { in: 0, out: 0 };
    for (const { step, track } of moves) {
      for (const { direction, place } of this.#counter.step(track, step)) {
        const weight = 1 - (trust[nearestCell(this.view, place) ?? -1] ?? 0);
        passed[direction > 0 ? 'in' : 'out'] += weight;
      }
    }
    const flow = this.#dense.next(dense, (block) => trust[near[block] ?? -1] ?? 0, at);
    return {
      passage: this.line.passage,
      in: passed.in + flow.in,
      out: passed.out + flow.out,
      recall: this.#recall(trust, density, followed),
    };
  }

  /** Mean of the caught share over the line, times the share of it that is seen. */
  #recall(trust: Float64Array, density: Float64Array, followed: number): number {
    const { occlusion, personHeight, size } = this.view;
    const { cells, seen } = this.line;
    const scale = DETECTOR_ERRORS.side / Math.max(size.width, size.height);
    const caught = cells.reduce((sum, cell) => {
      const hiding = (density[cell] ?? 0) * (occlusion[cell] ?? 0);
      const place = { hiding, pixels: personHeight[cell] ?? 0 };
      return sum + caughtShare(place, trust[cell] ?? 0, followed, scale);
    }, 0);
    return (seen * caught) / cells.length;
  }
}
