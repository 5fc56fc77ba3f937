import type { MovementMeasurement, ZoneMeasurement } from '@throng/contract';

/** How the people on part of a zone move, and how many they are. */
export interface MovementPart {
  readonly movement: MovementMeasurement;
  readonly persons: number;
  /** Variance of the speeds within each camera's ground, Σ n·Var/Σ n, m²/s²: without what differs between them. */
  readonly localVariance: number;
  /** Length of the window that it was measured over; of the longest, where there are several. */
  readonly seconds: number;
}

/**
 * Two parts of a zone together, weighted by their persons: means of the speeds and indices, and
 * Var = Σ n·(Var + v̄²)/Σ n − v̄² of the speeds. People who meet between two cameras' grounds are no
 * counterflow in either, so that this index is the least there is.
 */
export const joinMovement = (
  sum: MovementPart | undefined,
  { movement, persons }: ZoneMeasurement,
  seconds: number,
): MovementPart | undefined => {
  if (movement === undefined) return sum;
  if (sum === undefined)
    return { movement, persons, localVariance: movement.speedVariance, seconds };
  const all = sum.persons + persons;
  const mean = (of: (part: MovementMeasurement) => number): number =>
    (sum.persons * of(sum.movement) + persons * of(movement)) / all;
  const meanSpeed = mean((part) => part.meanSpeed);
  const square = mean((part) => part.speedVariance + part.meanSpeed ** 2);
  return {
    persons: all,
    localVariance: (sum.persons * sum.localVariance + persons * movement.speedVariance) / all,
    seconds: Math.max(sum.seconds, seconds),
    movement: {
      meanSpeed,
      speedVariance: Math.max(0, square - meanSpeed ** 2),
      stopAndGo: mean((part) => part.stopAndGo),
      counterflow: mean((part) => part.counterflow),
    },
  };
};
