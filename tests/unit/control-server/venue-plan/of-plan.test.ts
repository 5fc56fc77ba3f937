import { planVenue } from '@throng/control-server';
import { describe, expect, it } from 'vitest';
import { limitsAt } from '../../../../control-server/src/limits-in-force/limits-at.js';
import { ofPlan } from '../../../../control-server/src/venue-plan/of-plan.js';
import { PLAN, RULES, START, VENUE } from '../support/venue.js';

describe('[U] what follows from a plan', () => {
  it('is worked out once for each plan, and anew for another', () => {
    let worked = 0;
    const zonesOf = ofPlan(({ zones }) => {
      worked += 1;
      return zones.map(({ definition }) => definition.id);
    });
    const other = planVenue({ ...VENUE, zones: VENUE.zones.slice(1) });
    expect(zonesOf(PLAN)).toBe(zonesOf(PLAN));
    expect(zonesOf(other)).toEqual(zonesOf(PLAN).slice(1));
    expect(worked).toBe(2);
  });

  it('limits in force are kept for the rules they came from, and no others', () => {
    const bands = { watch: 0.1, warning: 0.2, critical: 0.3, emergency: 0.4 };
    const strict = { ...RULES.alerts, bands: { walkway: bands, viewing: bands, queue: bands } };
    const usual = limitsAt(PLAN, RULES.alerts, START);
    expect(limitsAt(PLAN, RULES.alerts, START + 1_000)).toBe(usual);
    expect(limitsAt(PLAN, strict, START)).not.toEqual(usual);
    expect(limitsAt(PLAN, RULES.alerts, START)).toBe(usual);
  });
});
