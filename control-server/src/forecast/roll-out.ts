import { FlowMotion, type Flows } from './flow-motion.js';
import type { FlowNetwork } from './flow-network.js';
import { LONGEST_TICKS, OUTLOOKS } from './horizons.js';

/** A minute goes tick by tick, the rest in strides: far ahead nothing is known to the second. */
const STRIDES = [
  { until: 12, ticks: 1 },
  { until: 60, ticks: 3 },
  { until: LONGEST_TICKS, ticks: 6 },
] as const;

/**
 * Lets people flow on until the outlooks.
 *
 * @param until ticks to look ahead; outlooks beyond it say what stands there then.
 * @param flowing filled, per outlook of a time, with the persons per tick who pass each edge then.
 * @returns persons per zone for each outlook: at its time, or the most until then.
 */
export const rollOut = (
  network: FlowNetwork,
  start: Float64Array,
  flows: Flows,
  until: number = LONGEST_TICKS,
  flowing: readonly Float32Array[] = [],
): Float64Array[] => {
  const motion = new FlowMotion(network, start, flows);
  const { persons } = motion;
  const highest = Float64Array.from(start);
  const reached = new Map<number, { at: Float64Array; peak: Float64Array }>();
  let tick = 0;
  for (const stride of STRIDES) {
    const share = shareWithin(flows.hazard, stride.ticks);
    while (tick < Math.min(stride.until, until)) {
      tick += stride.ticks;
      motion.step(stride.ticks, share);
      for (let zone = 0; zone < network.zones; zone += 1) {
        const now = persons[zone] ?? 0;
        if (now > (highest[zone] ?? 0)) highest[zone] = now;
      }
      const horizon =
        flowing[OUTLOOKS.findIndex(({ kind, ticks }) => kind === 'at' && ticks === tick)];
      if (horizon !== undefined) tellFlows(motion, stride.ticks, horizon);
      if (OUTLOOKS.some(({ ticks }) => ticks === tick)) {
        reached.set(tick, { at: Float64Array.from(persons), peak: Float64Array.from(highest) });
      }
    }
  }
  const last = { at: persons, peak: highest };
  return OUTLOOKS.map(({ kind, ticks }) => (reached.get(ticks) ?? last)[kind]);
};

/** Persons per tick over each edge in the last step. */
const tellFlows = ({ active, passed }: FlowMotion, ticks: number, flows: Float32Array): void => {
  for (let index = 0; index < active.length; index += 1) {
    flows[active[index] ?? 0] = (passed[index] ?? 0) / ticks;
  }
};

/** Share of a zone's people who leave by each edge within a step: 1 − (1 − h)^ticks. */
const shareWithin = (hazard: Float64Array, ticks: number): Float64Array => {
  if (ticks === 1) return hazard;
  const shares = new Float64Array(hazard.length);
  for (let edge = 0; edge < shares.length; edge += 1) {
    const stays = 1 - Math.min(1, hazard[edge] ?? 0);
    let stayed = 1;
    for (let tick = 0; tick < ticks; tick += 1) stayed *= stays;
    shares[edge] = 1 - stayed;
  }
  return shares;
};
