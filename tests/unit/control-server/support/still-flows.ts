import type { VenueForecast } from '@throng/control-server';

/** Nobody moves. @param persons per zone. */
export const stillFlows = (persons: Float64Array, edges: number): VenueForecast['flows'] => {
  const none = new Float64Array(edges);
  return {
    persons,
    hazard: none,
    capacity: none,
    inflow: () => 0,
    quick: none,
    slow: none,
    best: none,
  };
};
