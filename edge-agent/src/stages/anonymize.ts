import {
  type CameraFault,
  type DensityGrid,
  type FrameCounts,
  type Identifier,
  type Latency,
  type MeasurementWindow,
  toCellSteps,
  toTimestamp,
} from '@throng/contract';
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
   * cells to the contract's step of density. A faulty camera measures nothing.
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
      zones: (measured?.zones ?? []).map(({ zone, persons, sigma, area, densityP95 }) => ({
        zone,
        persons: round(bounded(persons, 100_000), 0.1),
        sigma: round(bounded(sigma, 100_000), 0.1),
        area: round(area, 0.1),
        densityP95: round(bounded(densityP95, 20), 0.05),
      })),
      passages: [],
      ...(measured === undefined ? {} : { grid: toGrid(measured, view) }),
      frames: closed.frames,
      ...(latency === undefined ? {} : { latency }),
    });
  }
}

export const anonymize = AnonymizedWindow.anonymize;
