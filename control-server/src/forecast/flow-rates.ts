import type { FlowNetwork } from './flow-network.js';

/** Shares by which the quick and the slow mean follow a tick: memories of about 25 s and 2 min. */
const QUICK = 0.35;
const SLOW = 0.08;

/** Persons below which a zone's exit rate is not blown up by dividing by almost nobody. */
const FEW = 2;

/** Share of its best flow that a door keeps as its remembered capacity from tick to tick. */
const FORGETS = 0.9985;

/**
 * What passes each edge: means of two memories, the rate at which a zone's people leave by it
 * (exit hazard, 1/tick), and the capacity it has shown.
 */
export class FlowRates {
  /** Persons per tick and edge. */
  readonly quick: Float64Array;
  readonly slow: Float64Array;
  /** Persons per tick: what the edge can carry, as planned and as seen. */
  readonly capacity: Float64Array;
  /** Persons per tick: the most it has shown of late. */
  readonly best: Float64Array;
  readonly #quickPersons: Float64Array;
  readonly #slowPersons: Float64Array;
  #started = false;

  constructor(private readonly network: FlowNetwork) {
    this.quick = new Float64Array(network.edges);
    this.slow = new Float64Array(network.edges);
    this.capacity = Float64Array.from(network.plannedCapacity);
    this.best = new Float64Array(network.edges);
    this.#quickPersons = new Float64Array(network.zones);
    this.#slowPersons = new Float64Array(network.zones);
  }

  /** @param crossings persons per edge over the tick, not a number where unknown. @param persons per zone. */
  advance(crossings: Float64Array, persons: Float64Array): void {
    const { edges, plannedCapacity, zones } = this.network;
    for (let edge = 0; edge < edges; edge += 1) {
      const flow = crossings[edge] ?? Number.NaN;
      if (Number.isNaN(flow)) continue;
      const quick = follow(this.quick, edge, flow, QUICK);
      follow(this.slow, edge, flow, SLOW);
      const best = Math.max((this.best[edge] ?? 0) * FORGETS, quick);
      this.best[edge] = best;
      const planned = plannedCapacity[edge] ?? 0;
      // A door that nobody has pressed on yet is taken at a share of its plan, and learnt from there.
      this.capacity[edge] = Math.min(planned, Math.max(1.1 * best, 0.3 * planned));
    }
    for (let zone = 0; zone < zones; zone += 1) {
      const here = persons[zone] ?? 0;
      follow(this.#quickPersons, zone, here, this.#started ? QUICK : 1);
      follow(this.#slowPersons, zone, here, this.#started ? SLOW : 1);
    }
    this.#started = true;
  }

  /** Share of a zone's people who leave by an edge in a tick, 0 for edges from outside. */
  hazards(memory: 'quick' | 'slow'): Float64Array {
    const flows = memory === 'quick' ? this.quick : this.slow;
    const persons = memory === 'quick' ? this.#quickPersons : this.#slowPersons;
    const { edges, from } = this.network;
    const hazards = new Float64Array(edges);
    for (let edge = 0; edge < edges; edge += 1) {
      const zone = from[edge] ?? -1;
      if (zone >= 0) hazards[edge] = (flows[edge] ?? 0) / Math.max(FEW, persons[zone] ?? 0);
    }
    return hazards;
  }
}

const follow = (means: Float64Array, index: number, value: number, share: number): number => {
  const mean = means[index] ?? 0;
  const next = mean + share * (value - mean);
  means[index] = next;
  return next;
};
