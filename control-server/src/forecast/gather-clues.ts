import type { EveningProfile } from './evening-profile.js';
import { profiledAhead, profiledAt } from './evening-profile.js';
import type { FlowNetwork } from './flow-network.js';
import type { FlowPicture } from './flow-picture.js';
import type { FlowRates } from './flow-rates.js';
import { LONGEST_TICKS, OUTLOOKS, type Outlook } from './horizons.js';
import { rollOut } from './roll-out.js';
import { SAID, SAID_WIDTH } from './sayings.js';
import type { SlowMeans } from './slow-means.js';
import type { ZoneRhythm } from './zone-rhythm.js';

export interface Evidence {
  readonly network: FlowNetwork;
  /** Persons per zone by count and lines together, and as last counted (not a number: unknown). */
  readonly estimated: Float64Array;
  readonly counted: Float64Array;
  /** Persons per zone who have stayed for three ticks: where a peak begins. */
  readonly held: Float64Array;
  readonly rates: FlowRates;
  readonly flows: FlowPicture;
  /** To be filled with what passes each edge at each horizon as people flow on, persons per tick. */
  readonly flowing: readonly Float32Array[];
  readonly means: SlowMeans;
  readonly returns: ZoneRhythm;
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

/** What is the same for all outlooks of a tick. */
interface Prospects {
  readonly steady: readonly Float64Array[];
  readonly hasty: readonly Float64Array[];
  readonly quickNet: Float64Array;
  readonly slowNet: Float64Array;
}

/** Writes the clues, and where each change begins, into a table per outlook. */
export const gatherClues = (evidence: Evidence, tables: readonly Float32Array[]): void => {
  const { estimated, flowing, flows, network, rates } = evidence;
  const hastily = {
    hazard: rates.hazards('quick'),
    capacity: rates.capacity,
    inflow: (edge: number) => rates.quick[edge] ?? 0,
  };
  const prospects = {
    steady: rollOut(network, estimated, flows, LONGEST_TICKS, flowing),
    hasty: rollOut(network, estimated, hastily, HASTY_TICKS),
    quickNet: netFlows(network, rates.quick),
    slowNet: netFlows(network, rates.slow),
  };
  for (const [index, outlook] of OUTLOOKS.entries()) {
    const table = tables[index];
    if (table === undefined) continue;
    writePlain(evidence, prospects, outlook, index, table);
    if (evidence.profile !== undefined) writeProfiled(evidence, evidence.profile, outlook, table);
  }
};

const lowestOf = ({ kind }: Outlook): number => (kind === 'peak' ? 0 : Number.NEGATIVE_INFINITY);

const writePlain = (
  { counted, estimated, held, means, network, returns }: Evidence,
  { hasty, quickNet, slowNet, steady }: Prospects,
  outlook: Outlook,
  index: number,
  table: Float32Array,
): void => {
  const { area, zones } = network;
  const lowest = lowestOf(outlook);
  const bases = outlook.kind === 'peak' ? held : estimated;
  const [slowly, quickly] = [steady[index] ?? estimated, hasty[index] ?? estimated];
  const quickShare = faded(outlook.ticks, QUICK_FADE);
  const slowShare = faded(outlook.ticks, SLOW_FADE);
  const [mean3, mean10, mean30] = means.means;
  for (let zone = 0; zone < zones; zone += 1) {
    const at = zone * SAID_WIDTH;
    const size = area[zone] ?? 1;
    const now = estimated[zone] ?? 0;
    const base = bases[zone] ?? 0;
    const count = counted[zone] ?? Number.NaN;
    const quickNetted = Math.max(0, now + quickShare * (quickNet[zone] ?? 0));
    const slowNetted = Math.max(0, now + slowShare * (slowNet[zone] ?? 0));
    table[at + SAID.base] = base / size;
    table[at] = (Number.isNaN(count) ? 0 : count - now) / size;
    table[at + 1] = Math.max(lowest, (slowly[zone] ?? now) - base) / size;
    table[at + 2] = Math.max(lowest, (quickly[zone] ?? now) - base) / size;
    table[at + 3] = Math.max(lowest, quickNetted - base) / size;
    table[at + 4] = Math.max(lowest, slowNetted - base) / size;
    table[at + 5] = Math.max(lowest, (mean3?.[zone] ?? now) - base) / size;
    table[at + 6] = Math.max(lowest, (mean10?.[zone] ?? now) - base) / size;
    table[at + 7] = Math.max(lowest, (mean30?.[zone] ?? now) - base) / size;
    table[at + 8] = Math.max(lowest, returning(returns, zone, outlook, base)) / size;
  }
};

/** The change of a zone's persons by its own rhythm, as far as that is believed; 0 without one. */
const returning = (
  returns: ZoneRhythm,
  zone: number,
  { kind, ticks }: Outlook,
  base: number,
): number => {
  const belief = returns.belief[zone] ?? 0;
  if (belief === 0) return 0;
  return belief * ((kind === 'at' ? returns.at(zone, ticks) : returns.most(zone, ticks)) - base);
};

const writeProfiled = (
  { estimated, held, network, tick }: Evidence,
  profile: EveningProfile,
  outlook: Outlook,
  table: Float32Array,
): void => {
  const { area, zones } = network;
  const lowest = lowestOf(outlook);
  const bases = outlook.kind === 'peak' ? held : estimated;
  const [pasts, comings] = [profiledAt(profile, tick), profiledAhead(profile, tick, outlook)];
  for (let zone = 0; zone < zones; zone += 1) {
    const at = zone * SAID_WIDTH;
    const size = area[zone] ?? 1;
    const now = estimated[zone] ?? 0;
    const base = bases[zone] ?? 0;
    const past = pasts[zone] ?? Number.NaN;
    const coming = comings[zone] ?? Number.NaN;
    const floor = HARDLY_ANYBODY * size;
    const times = (coming + floor) / (past + floor);
    const isKnown = !Number.isNaN(times);
    const multiplied = Math.max(0, now + Math.min(MOST_RISE * size, now * (times - 1)));
    table[at + 9] = isKnown ? Math.max(lowest, now + coming - past - base) / size : 0;
    table[at + 10] = isKnown ? Math.max(lowest, coming - base) / size : 0;
    table[at + 11] = isKnown ? Math.max(lowest, multiplied - base) / size : 0;
  }
};
