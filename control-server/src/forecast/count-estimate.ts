import type { FlowNetwork } from './flow-network.js';
import type { TickObservation } from './tick-observation.js';

/** Variance of a count before anything was measured, persons². */
const UNKNOWN = 1e4;

/** Variance that each tick adds, whatever is counted at the lines, persons². */
const DRIFT = 0.3;

/** Variance that each crossing adds: lines miss some, and their recall is only an estimate. */
const PER_CROSSING = 0.08;

/**
 * Occupancy of each zone by counts and line crossings together (a scalar Kalman filter per zone):
 *
 *   n ← n + Σ in − Σ out,  P ← P + 0.3 + 0.08·Σ crossings;   K = P/(P + σ²),  n ← n + K(y − n)
 *
 * A zone that no camera counts goes on by its lines alone, with a variance that grows.
 */
export class CountEstimate {
  readonly persons: Float64Array;
  readonly variance: Float64Array;

  constructor(private readonly network: FlowNetwork) {
    this.persons = new Float64Array(network.zones);
    this.variance = new Float64Array(network.zones).fill(UNKNOWN);
  }

  /** @param expected per edge: persons per tick where a line was not counted. */
  advance(
    { persons, sigma, crossings }: TickObservation,
    expected: (edge: number) => number,
  ): void {
    const { edges, from, to, zones } = this.network;
    for (let edge = 0; edge < edges; edge += 1) {
      const counted = crossings[edge] ?? Number.NaN;
      const flow = Number.isNaN(counted) ? expected(edge) : counted;
      const doubt = Number.isNaN(counted) ? flow + DRIFT : PER_CROSSING * flow;
      this.#add(from[edge] ?? -1, -flow, doubt);
      this.#add(to[edge] ?? -1, flow, doubt);
    }
    for (let zone = 0; zone < zones; zone += 1) {
      const predicted = Math.max(0, this.persons[zone] ?? 0);
      const variance = (this.variance[zone] ?? 0) + DRIFT;
      const measured = persons[zone] ?? Number.NaN;
      const noise = (sigma[zone] ?? 1) ** 2 + 0.5;
      const gain = Number.isNaN(measured) ? 0 : variance / (variance + noise);
      this.persons[zone] = gain === 0 ? predicted : predicted + gain * (measured - predicted);
      this.variance[zone] = Math.min(UNKNOWN, variance * (1 - gain));
    }
  }

  #add(zone: number, persons: number, variance: number): void {
    if (zone < 0) return;
    this.persons[zone] = (this.persons[zone] ?? 0) + persons;
    this.variance[zone] = (this.variance[zone] ?? 0) + variance;
  }
}
