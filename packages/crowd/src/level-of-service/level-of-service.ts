import type { ZoneKind } from './zone-kind.js';

/** Fruin's level of service: A is free, F is a breakdown. */
export type LevelOfService = 'A' | 'B' | 'C' | 'D' | 'E' | 'F';

/** The worst conditions that still count as a level. */
export interface LevelLimit {
  readonly level: Exclude<LevelOfService, 'F'>;
  /** Least area per person, m²/person. */
  readonly minArea: number;
  /** Greatest flow, persons per minute and metre of width; none is defined for queues. */
  readonly maxFlowPerMinute?: number;
}

const walkway: readonly LevelLimit[] = [
  { level: 'A', minArea: 3.24, maxFlowPerMinute: 23 },
  { level: 'B', minArea: 2.32, maxFlowPerMinute: 33 },
  { level: 'C', minArea: 1.39, maxFlowPerMinute: 49 },
  { level: 'D', minArea: 0.93, maxFlowPerMinute: 66 },
  { level: 'E', minArea: 0.46, maxFlowPerMinute: 82 },
];

const stairs: readonly LevelLimit[] = [
  { level: 'A', minArea: 1.85, maxFlowPerMinute: 16 },
  { level: 'B', minArea: 1.39, maxFlowPerMinute: 23 },
  { level: 'C', minArea: 0.93, maxFlowPerMinute: 33 },
  { level: 'D', minArea: 0.65, maxFlowPerMinute: 43 },
  { level: 'E', minArea: 0.37, maxFlowPerMinute: 56 },
];

const queue: readonly LevelLimit[] = [
  { level: 'A', minArea: 1.21 },
  { level: 'B', minArea: 0.93 },
  { level: 'C', minArea: 0.65 },
  { level: 'D', minArea: 0.28 },
  { level: 'E', minArea: 0.19 },
];

/**
 * The limits of levels A to E, best first; F is everything beyond.
 *
 * Source: J. J. Fruin, "Pedestrian Planning and Design", 1971. Fruin has no table for standing
 * audiences: viewing areas are judged as queues.
 */
export const levelLimits: Readonly<Record<ZoneKind, readonly LevelLimit[]>> = {
  walkway,
  stairs,
  queue,
  viewing: queue,
};

/**
 * Level of service at a density in persons/m²: the best level whose area per person, 1/density,
 * is granted. A density exactly on a limit still has the better level.
 *
 * @throws RangeError when the density is not a number: unknown is no level.
 */
export const levelOfService = (kind: ZoneKind, density: number): LevelOfService => {
  if (Number.isNaN(density)) throw new RangeError('An unknown density has no level of service.');
  return levelLimits[kind].find(({ minArea }) => density * minArea <= 1)?.level ?? 'F';
};
