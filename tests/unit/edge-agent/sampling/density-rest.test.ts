import { describe, expect, it } from 'vitest';
import { DensityRest, REST_BELOW } from '../../../../edge-agent/src/sampling/density-rest.js';

describe('[U] density rest', () => {
  it('lets the density model rest for a second after both models found people sparse', () => {
    const rest = new DensityRest();
    expect(rest.mayRest(0)).toBe(false);
    rest.looked(0, REST_BELOW / 2, true);
    expect(rest.mayRest(800)).toBe(true);
    expect(rest.mayRest(1_000)).toBe(false);
  });

  it('does not take the detector alone as proof that people stay sparse', () => {
    const rest = new DensityRest();
    rest.looked(0, 0, false);
    expect(rest.mayRest(200)).toBe(false);
    rest.looked(200, 0, true);
    rest.looked(1_000, 0, false);
    expect(rest.mayRest(1_200)).toBe(false);
  });

  it('ends with the first look that finds people close', () => {
    const rest = new DensityRest();
    rest.looked(0, 0, true);
    rest.looked(200, REST_BELOW, false);
    expect(rest.mayRest(400)).toBe(false);
  });
});
