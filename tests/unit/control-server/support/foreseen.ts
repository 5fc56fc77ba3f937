import type { VenueForecast } from '@throng/control-server';
import { OUTLOOKS } from '../../../../control-server/src/forecast/horizons.js';
import type { Evening } from './evening.js';
import { stillFlows } from './still-flows.js';
import { type CameraId, PLAN } from './venue.js';

/** A forecast for the hall by which each zone rises evenly from `now` to `then` within 15 minutes, ± `half`. */
export const rising = (now: number, then: number, half = 0.2): VenueForecast => ({
  persons: Float64Array.from(PLAN.zones, ({ area }) => now * area),
  flows: stillFlows(
    Float64Array.from(PLAN.zones, ({ area }) => now * area),
    2 * PLAN.venue.passages.length,
  ),
  minute: new Float64Array(0),
  passages: [],
  profiled: new Uint8Array(PLAN.zones.length),
  outlooks: OUTLOOKS.map((outlook) => ({
    ...outlook,
    density: Float64Array.from(PLAN.zones, () => now + (then - now) * (outlook.ticks / 90)),
    half80: Float64Array.from(PLAN.zones, () => half),
    half95: Float64Array.from(PLAN.zones, () => 2 * half),
    error: Float64Array.from(PLAN.zones, () => half / 2),
  })),
});

/** Looks ahead so many times, 10 s of the evening each. */
export const look = (
  evening: Evening,
  looks: number,
  forecast: VenueForecast | null,
  densities: Partial<Record<CameraId, number>>,
): void => {
  for (let each = 0; each < looks; each += 1) {
    evening.pass(9, densities);
    evening.take({ kind: 'forecast', forecast });
    evening.pass(1, densities);
  }
};
