import { LIMITS } from '@throng/contract';
import type { Observation } from '@throng/inference';
import type { FrameFlow } from '../flow/flow-meter.js';
import { type ZoneMovement, zoneMovement } from '../flow/zone-motion.js';
import { meanCells } from './mean-cells.js';
import type { ZoneReading } from './measure-zones.js';

/** All that one frame says. */
export interface FrameMeasurement {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly capturedAt: number;
  readonly zones: readonly ZoneReading[];
  /** Persons per ground cell. */
  readonly cells: Float64Array;
  /** What moves; absent of a frame that came too late to follow the one before. */
  readonly flow?: FrameFlow | undefined;
  /** What is watched for drift; of some frames only. */
  readonly observation?: Observation;
}

/** A zone over a window, with how its people moved where enough of them are behind it. */
export interface WindowZone extends ZoneReading {
  readonly movement?: ZoneMovement | undefined;
}

/** All that the frames of one window say together. */
export interface WindowMeasurement {
  readonly zones: readonly WindowZone[];
  readonly cells: Float64Array;
}

/** The middle value, or the mean of the two middle ones. Not a number for none. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
};

/**
 * One measurement for a window: of each zone the median over its frames, so that a single bad
 * frame changes nothing; of the ground cells the mean of the frames in the middle. Frames of one
 * second err together, so σ is that of a single frame.
 */
export const aggregateFrames = (
  frames: readonly FrameMeasurement[],
): WindowMeasurement | undefined => {
  const [first] = frames;
  if (first === undefined) return undefined;
  const zones = first.zones.map(({ zone, area }, index) => {
    const middle = (of: (reading: ZoneReading) => number): number =>
      median(frames.flatMap((frame) => frame.zones[index] ?? []).map(of));
    return {
      zone,
      area,
      persons: middle((reading) => reading.persons),
      sigma: middle((reading) => reading.sigma),
      densityP95: middle((reading) => reading.densityP95),
      movement: zoneMovement(
        frames.flatMap(({ flow }) => flow?.zones[index] ?? []),
        LIMITS.personsBehindMovement,
      ),
    };
  });
  return { zones, cells: meanCells(frames) };
};
