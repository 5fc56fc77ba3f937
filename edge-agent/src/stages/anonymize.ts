import {
  type CameraFault,
  type DensityGrid,
  type FrameCounts,
  type Identifier,
  type Latency,
  LIMITS,
  type MeasurementWindow,
  type MovementMeasurement,
  toCellSteps,
  toTimestamp,
} from '@throng/contract';
import type { PassageCount } from '../flow/whole-persons.js';
import type { ZoneMovement } from '../flow/zone-motion.js';
import type { WindowMeasurement } from './aggregate-frames.js';
import type { CameraView } from './camera-view.js';

/** Who measured, and in which run. */
export interface Origin {
  readonly venue: Identifier;
  readonly edge: Identifier;
  /** 16 hexadecimal digits, new with each start of the agent. */
  readonly bootId: string;
}

/** One closed window of one camera, before it may leave the box. */
export interface ClosedWindow {
  /** Milliseconds since 1970-01-01T00:00:00Z at which the window began. */
  readonly start: number;
  readonly seconds: number;
  readonly sequence: number;
  readonly measurement: WindowMeasurement | undefined;
  /** Whole persons over the passages that the camera counts on. */
  readonly passages: readonly PassageCount[];
  readonly fault: CameraFault | undefined;
  readonly frames: FrameCounts;
  readonly latency: Latency | undefined;
}

/** A cell of which the camera owns less than this share is not judged. */
const LEAST_OWNED_SHARE = 0.25;

const round = (value: number, step: number): number =>
  Number((Math.round(value / step) * step).toFixed(3));

const bounded = (value: number, maximum: number): number => Math.min(maximum, Math.max(0, value));

const toGrid = ({ cells }: WindowMeasurement, view: CameraView): DensityGrid => {
  const { origin, cellSize, columns, rows } = view.grid;
  return {
    originX: round(origin.x, 0.001),
    originY: round(origin.y, 0.001),
    cellSize,
    columns,
    rows,
    cells: Array.from(cells, (persons, cell) => {
      const ground = view.ownedArea[cell] ?? 0;
      return ground < LEAST_OWNED_SHARE * cellSize ** 2 ? null : toCellSteps(persons / ground);
    }),
  };
};

/** Coarse enough for a mean over five people to say nothing of one of them (SPEC P8). */
const toMovement = (movement: ZoneMovement): MovementMeasurement => ({
  meanSpeed: round(bounded(movement.meanSpeed, 5), 0.05),
  speedVariance: round(bounded(movement.speedVariance, 25), 0.01),
  stopAndGo: round(bounded(movement.stopAndGo, 1), 0.05),
  counterflow: round(bounded(movement.counterflow, 1), 0.05),
});

/**
 * A measurement window that may leave the box. Only `anonymize` can make one: the constructor is
 * private, so that no other type is assignable to it, and the publisher accepts nothing else.
 */
export class AnonymizedWindow {
  private constructor(private readonly window: MeasurementWindow) {}

  get message(): MeasurementWindow {
    return this.window;
  }

  /**
   * Keeps what the contract allows and coarsens it: time to whole seconds, persons to a tenth,
   * cells to the contract's step of density, motion to that of five people or more. A faulty camera measures nothing.
   */
  static anonymize(closed: ClosedWindow, view: CameraView, origin: Origin): AnonymizedWindow {
    const { measurement, fault, latency } = closed;
    const measured = fault === undefined ? measurement : undefined;
    return new AnonymizedWindow({
      v: 1,
      venue: origin.venue,
      edge: origin.edge,
      camera: view.camera,
      bootId: origin.bootId,
      sequence: closed.sequence,
      start: toTimestamp(Math.floor(closed.start / 1_000) * 1_000),
      seconds: closed.seconds,
      ...(fault === undefined ? {} : { fault }),
      zones: (measured?.zones ?? []).map(
        ({ zone, persons, sigma, area, densityP95, movement }) => ({
          zone,
          persons: round(bounded(persons, 100_000), 0.1),
          sigma: round(bounded(sigma, 100_000), 0.1),
          area: round(area, 0.1),
          densityP95: round(bounded(densityP95, 20), 0.05),
          ...(movement === undefined || persons < LIMITS.personsBehindMovement
            ? {}
            : { movement: toMovement(movement) }),
        }),
      ),
      passages: (measured === undefined ? [] : closed.passages).map(({ recall, ...counted }) => ({
        ...counted,
        recall: round(bounded(recall, 1), 0.01),
      })),
      ...(measured === undefined ? {} : { grid: toGrid(measured, view) }),
      frames: closed.frames,
      ...(latency === undefined ? {} : { latency }),
    });
  }
}

export const anonymize = AnonymizedWindow.anonymize;
