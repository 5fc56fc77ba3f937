import { type EveningProfile, profiled, profiledAhead } from './evening-profile.js';
import type { FlowNetwork } from './flow-network.js';
import type { FlowPicture } from './flow-picture.js';
import type { FlowRates } from './flow-rates.js';
import { OUTLOOKS } from './horizons.js';
import { rollOut } from './roll-out.js';
import type { SlowMeans } from './slow-means.js';

/**
 * What each way of looking at it says of the change of a zone's density until an outlook, persons/m²,
 * in this order. For a peak a way that only falls says 0: the zone is as full as it will be.
 */
export const CLUES = [
  'count', // the newest count against the estimate
  'graph', // people flow on at their steady rates, arrivals by their rhythm
  'quick-graph', // … at the rates of the last half minute
  'quick-net', // the net flow of the last half minute, fading
  'slow-net', // the net flow of the last two minutes, fading
  'mean-3', // back to the mean of 3 minutes
  'mean-10', // … of 10
  'mean-30', // … of 30
  'profile-change', // as much more or less as on former evenings
  'profile-level', // as many as on former evenings
  'profile-ratio', // as many times more or fewer as on former evenings
] as const;

export const CLUE_COUNT = CLUES.length;

export interface Evidence {
  readonly network: FlowNetwork;
  /** Persons per zone by count and lines together, and as last counted (not a number: unknown). */
  readonly estimated: Float64Array;
  readonly counted: Float64Array;
  readonly rates: FlowRates;
  readonly flows: FlowPicture;
  readonly means: SlowMeans;
  readonly profile: EveningProfile | undefined;
  /** Ticks since the doors opened. */
  readonly tick: number;
}

/** What flowed in the last half minute says nothing of more than five minutes ahead. */
const HASTY_TICKS = 30;

/** How a net flow fades from tick to tick: φ of (1 − φ^h)/(1 − φ). */
const QUICK_FADE = 0.9;
const SLOW_FADE = 0.97;

/** Persons/m² that keep a ratio of two profiled densities from exploding on empty ground. */
const HARDLY_ANYBODY = 0.03;

/** Persons/m² by which a ratio of profiles may raise a zone. */
const MOST_RISE = 3;

const faded = (ticks: number, fade: number): number => (1 - fade ** ticks) / (1 - fade);

const netFlows = ({ edges, from, to, zones }: FlowNetwork, flows: Float64Array): Float64Array => {
  const net = new Float64Array(zones);
  for (let edge = 0; edge < edges; edge += 1) {
    const flow = flows[edge] ?? 0;
    const source = from[edge] ?? -1;
    const target = to[edge] ?? -1;
    if (source >= 0) net[source] = (net[source] ?? 0) - flow;
    if (target >= 0) net[target] = (net[target] ?? 0) + flow;
  }
  return net;
};

/** Clues per outlook: zones × CLUES, zone by zone. */
export const gatherClues = (evidence: Evidence): Float64Array[] => {
  const { counted, estimated, flows, means, network, profile, rates, tick } = evidence;
  const steady = rollOut(network, estimated, flows);
  const hasty = rollOut(
    network,
    estimated,
    {
      hazard: rates.hazards('quick'),
      capacity: rates.capacity,
      inflow: (edge) => rates.quick[edge] ?? 0,
    },
    HASTY_TICKS,
  );
  const quickNet = netFlows(network, rates.quick);
  const slowNet = netFlows(network, rates.slow);
  return OUTLOOKS.map((outlook, index) => {
    const { ticks } = outlook;
    const lowest = outlook.kind === 'peak' ? 0 : Number.NEGATIVE_INFINITY;
    const clues = new Float64Array(network.zones * CLUE_COUNT);
    for (let zone = 0; zone < network.zones; zone += 1) {
      const area = network.area[zone] ?? 1;
      const now = estimated[zone] ?? 0;
      const count = counted[zone] ?? Number.NaN;
      const past = profiled(profile, zone, tick);
      const coming = profiledAhead(profile, zone, tick, outlook);
      const floor = HARDLY_ANYBODY * area;
      const ratio =
        past === undefined || coming === undefined
          ? 0
          : Math.min(MOST_RISE * area, now * ((coming + floor) / (past + floor) - 1));
      const at = zone * CLUE_COUNT;
      clues[at] = Number.isNaN(count) ? 0 : count - now;
      clues[at + 1] = (steady[index]?.[zone] ?? now) - now;
      clues[at + 2] = (hasty[index]?.[zone] ?? now) - now;
      clues[at + 3] = Math.max(-now, (quickNet[zone] ?? 0) * faded(ticks, QUICK_FADE));
      clues[at + 4] = Math.max(-now, (slowNet[zone] ?? 0) * faded(ticks, SLOW_FADE));
      for (const [memory, mean] of means.means.entries()) {
        clues[at + 5 + memory] = (mean[zone] ?? now) - now;
      }
      clues[at + 8] = past === undefined || coming === undefined ? 0 : coming - past;
      clues[at + 9] = coming === undefined ? 0 : coming - now;
      clues[at + 10] = Math.max(-now, ratio);
      clues[at] = (clues[at] ?? 0) / area;
      for (let clue = at + 1; clue < at + CLUE_COUNT; clue += 1) {
        clues[clue] = Math.max(lowest, clues[clue] ?? 0) / area;
      }
    }
    return clues;
  });
};
