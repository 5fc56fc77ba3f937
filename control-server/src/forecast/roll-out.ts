import { FlowMotion, type Flows } from './flow-motion.js';
import type { FlowNetwork } from './flow-network.js';
import { LONGEST_TICKS, OUTLOOKS } from './horizons.js';

/** Two minutes go tick by tick, the rest in strides: far ahead nothing is known to the second. */
const FINE_TICKS = 12;
const STRIDE = 3;

/**
 * Lets people flow on until the outlooks.
 *
 * @param until ticks to look ahead; outlooks beyond it say what stands there then.
 * @returns persons per zone for each outlook: at its time, or the most until then.
 */
export const rollOut = (
  network: FlowNetwork,
  start: Float64Array,
  flows: Flows,
  until: number = LONGEST_TICKS,
): Float64Array[] => {
  const motion = new FlowMotion(network, start, flows);
  const { persons } = motion;
  const strideShare = flows.hazard.map((rate) => 1 - (1 - Math.min(1, rate)) ** STRIDE);
  const highest = Float64Array.from(start);
  const reached = new Map<number, { at: Float64Array; peak: Float64Array }>();
  let tick = 0;
  while (tick < until) {
    const isFine = tick < FINE_TICKS;
    const step = isFine ? 1 : STRIDE;
    tick += step;
    motion.step(step, isFine ? flows.hazard : strideShare);
    for (let zone = 0; zone < network.zones; zone += 1) {
      const now = persons[zone] ?? 0;
      if (now > (highest[zone] ?? 0)) highest[zone] = now;
    }
    if (OUTLOOKS.some(({ ticks }) => ticks === tick)) {
      reached.set(tick, { at: Float64Array.from(persons), peak: Float64Array.from(highest) });
    }
  }
  const last = { at: persons, peak: highest };
  return OUTLOOKS.map(({ kind, ticks }) => (reached.get(ticks) ?? last)[kind]);
};
