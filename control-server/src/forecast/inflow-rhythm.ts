import { type FlowNetwork, OUTSIDE_NODE } from './flow-network.js';

/** Ticks of inflow that are remembered: an hour. */
const MEMORY = 360;

/** Ticks between two searches for a rhythm, and before the first. */
const SEARCH_EVERY = 15;
const LEAST_MEMORY = 60;

/** Periods that are looked for, ticks: 2 to 15 minutes. */
const SHORTEST = 12;
const LONGEST = 90;

/** Autocorrelation from which a rhythm is believed. */
const BELIEVED = 0.45;

/** Ticks over which what flows just now gives way to the slow mean. */
const FADES = 12;

/**
 * What comes in from outside. Trains and buses bring people in bursts: where the inflow over an
 * edge repeats itself (its autocorrelation has a peak above 0.45 at some lag), the next burst is
 * expected when it is due; elsewhere the present flow fades into its mean.
 */
export class InflowRhythm {
  readonly #inflows: readonly Inflow[];
  readonly #byEdge: ReadonlyMap<number, Inflow>;

  constructor(network: FlowNetwork) {
    const edges = Array.from(network.from.keys()).filter(
      (edge) => network.from[edge] === OUTSIDE_NODE && network.to[edge] !== OUTSIDE_NODE,
    );
    this.#inflows = edges.map((edge) => new Inflow(edge));
    this.#byEdge = new Map(this.#inflows.map((inflow) => [inflow.edge, inflow]));
  }

  advance(crossings: Float64Array, slow: Float64Array): void {
    for (const inflow of this.#inflows) {
      const flow = crossings[inflow.edge] ?? Number.NaN;
      inflow.add(Number.isNaN(flow) ? (slow[inflow.edge] ?? 0) : flow);
    }
  }

  /** Persons per tick over an edge from outside, so many ticks from now. */
  expected(edge: number, ticks: number, quick: number, slow: number): number {
    const due = this.#byEdge.get(edge)?.due(ticks);
    if (due !== undefined) return due;
    const now = 0.5 * Math.exp(-ticks / FADES);
    return now * quick + (1 - now) * slow;
  }
}

class Inflow {
  readonly #flows: number[] = [];
  #added = 0;
  #period: number | undefined;

  constructor(readonly edge: number) {}

  add(flow: number): void {
    this.#flows.push(flow);
    if (this.#flows.length > MEMORY) this.#flows.shift();
    this.#added += 1;
    if (this.#added % SEARCH_EVERY === 0 && this.#flows.length > LEAST_MEMORY) {
      this.#period = periodOf(this.#flows);
    }
  }

  /** The mean of the last three flows at the same place of the rhythm; undefined without one. */
  due(ticks: number): number | undefined {
    const period = this.#period;
    if (period === undefined) return undefined;
    let sum = 0;
    let count = 0;
    for (let at = this.#flows.length - 1 + ticks; at >= 0 && count < 3; at -= period) {
      const flow = this.#flows[at];
      if (flow === undefined) continue;
      sum += flow;
      count += 1;
    }
    return count === 0 ? undefined : sum / count;
  }
}

/** The lag of the highest autocorrelation, where it is high enough to be a rhythm. */
export const periodOf = (flows: readonly number[]): number | undefined => {
  const smooth = flows.map(
    (flow, at) => ((flows[at - 1] ?? flow) + flow + (flows[at + 1] ?? flow)) / 3,
  );
  const mean = smooth.reduce((sum, flow) => sum + flow, 0) / smooth.length;
  const centred = smooth.map((flow) => flow - mean);
  const variance = centred.reduce((sum, flow) => sum + flow * flow, 0) / centred.length;
  if (variance < 1e-9) return undefined;
  let [period, highest]: [number | undefined, number] = [undefined, BELIEVED];
  for (let lag = SHORTEST; lag <= Math.min(LONGEST, smooth.length / 2); lag += 1) {
    let sum = 0;
    for (let at = lag; at < centred.length; at += 1) {
      sum += (centred[at] ?? 0) * (centred[at - lag] ?? 0);
    }
    const correlation = sum / (centred.length - lag) / variance;
    if (correlation > highest) [period, highest] = [lag, correlation];
  }
  return period;
};
