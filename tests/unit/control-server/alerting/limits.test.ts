import type { CalendarDefinition, VenueDefinition, ZoneLimits } from '@throng/contract';
import { toTimestamp } from '@throng/contract';
import { checkVenueFile, completeVenueFile, planVenue, type Rules } from '@throng/control-server';
import { defaultAlertBands } from '@throng/crowd';
import { describe, expect, it } from 'vitest';
import { limitsAt } from '../../../../control-server/src/limits-in-force/limits-at.js';
import { restoreAlerts } from '../../../../control-server/src/processing/restore-alerts.js';
import { CALM, Evening } from '../support/evening.js';
import { look, rising } from '../support/foreseen.js';
import { RULES, START, VENUE } from '../support/venue.js';

const bands = (warning: number) => ({
  ...{ watch: warning / 2, warning, critical: warning + 1, emergency: warning + 2 },
});

/** The doors open at START; the way out begins after ten minutes, and all have left after twenty. */
const calendar: CalendarDefinition = {
  plans: [
    {
      id: 'concert',
      name: 'Concert',
      phases: [
        { id: 'show', name: 'Show', fromMinute: 0 },
        { id: 'egress', name: 'Way out', fromMinute: 10 },
      ],
      endMinute: 20,
    },
  ],
  events: [{ id: 'july', name: 'July', plan: 'concert', doorsAt: toTimestamp(START) }],
};
const EGRESS = 600;

const venueWith = (west: object): VenueDefinition => ({
  ...VENUE,
  zones: VENUE.zones.map((zone) => (zone.id === 'west' ? { ...zone, ...west } : zone)),
});
const rulesWith = (alerts: Partial<Rules['alerts']>): Rules => ({
  ...RULES,
  alerts: { ...RULES.alerts, ...alerts },
});
const limitsOfWest = (west: object, alerts: Partial<Rules['alerts']>, second: number) => {
  const plan = planVenue(venueWith(west), calendar);
  return limitsAt(plan, rulesWith(alerts).alerts, START + second * 1_000)[0];
};

describe('[U] limits in force', () => {
  const egress = { id: 'egress', name: 'Way out' };
  const from = (limits: ZoneLimits | undefined) => [limits?.bands.warning, limits?.origin];
  const phased = { bandsByPhase: { egress: { walkway: bands(2) } } };

  it('[AL1] the most particular rule decides', () => {
    const all = { bands: bands(4), bandsByPhase: { egress: bands(5) } };
    const venue = { bands: { walkway: bands(3) }, ...phased };
    const then = (west: object, alerts: object) => from(limitsOfWest(west, alerts, EGRESS));
    expect(then(all, venue)).toEqual([5, { from: 'zone', phase: egress }]);
    expect(then({ bands: bands(4) }, venue)).toEqual([4, { from: 'zone', phase: null }]);
    expect(then({}, venue)).toEqual([2, { from: 'venue', phase: egress }]);
    expect(then({}, { bands: { walkway: bands(3) } })).toEqual([3, { from: 'venue', phase: null }]);
    expect(then({}, { bands: { stairs: bands(3) } })).toEqual([
      defaultAlertBands('walkway').warning,
      { from: 'default', phase: null },
    ]);
  });

  it('[AL2] a phase’s rule is in force from its begin to before its end', () => {
    const west = { bands: bands(4), bandsByPhase: { egress: bands(5) } };
    const warning = (second: number) => limitsOfWest(west, {}, second)?.bands.warning;
    expect([-1, 0, EGRESS - 1, EGRESS, 1_199, 1_200].map(warning)).toEqual([4, 4, 4, 5, 5, 4]);
  });

  it('[AL2] a phase by the name of what every object inherits has no rule unless one is written', () => {
    const [plan] = calendar.plans;
    if (plan === undefined) throw new Error('the sample has a plan');
    const phases = [{ id: 'constructor', name: 'Build-up', fromMinute: 0 }];
    const odd = planVenue(venueWith({ bandsByPhase: { egress: bands(5) } }), {
      ...calendar,
      plans: [{ ...plan, phases }],
    });
    expect(limitsAt(odd, RULES.alerts, START)[0]?.origin.from).toBe('default');
  });

  it('[AL3] bands that do not rise and phases that no plan has are told at once, with their remedy', () => {
    const falling = { ...bands(3), critical: 1 };
    const completed = completeVenueFile(
      {
        venue: venueWith({ bandsByPhase: { encore: bands(4), show: falling } }),
        calendar,
        server: { alerts: { bands: { stairs: falling }, bandsByPhase: { eggress: {} } } },
      },
      {},
    );
    const checked = checkVenueFile(completed);
    expect(
      checked.ok ? [] : checked.faults.map(({ message, path }) => `${path} ${message}`),
    ).toEqual([
      '/venue/zones/0/bandsByPhase/show must rise from watch to emergency',
      '/server/alerts/bands/stairs must rise from watch to emergency',
      '/server/alerts/bandsByPhase/eggress no plan has a phase "eggress"; name one of show, egress',
    ]);
    const unplanned = { ...VENUE, zones: venueWith({ bandsByPhase: { encore: bands(4) } }).zones };
    const alone = checkVenueFile(completeVenueFile({ venue: unplanned }, {}));
    expect(alone.ok ? [] : alone.faults).toEqual([
      {
        path: '/venue/zones/0/bandsByPhase/encore',
        message: 'no plan has a phase "encore"; give calendar.plans such a phase, or remove it',
        cause: { code: 'no-phase', id: 'encore' },
      },
    ]);
  });
});

describe('[U] alerts as limits change', () => {
  const west = (density: number) => ({ ...CALM, south: density, north: density });
  const told = (evening: Evening) => evening.story.filter((line) => line.includes('density-west'));
  /** An evening up to some seconds before the way out, on which `west` warns from 2.2, then from 3. */
  const relaxed = { bandsByPhase: { egress: bands(3) } };
  const evening = (zone: object) => new Evening(RULES, planVenue(venueWith(zone), calendar));

  it('[AL4] a standing alert goes on, tells the new limit once, and ends only by densities below it', () => {
    const night = evening(relaxed);
    night.pass(EGRESS - 1, west(2.8));
    night.pass(30, west(2.8));
    expect(told(night)).toEqual([
      '11 raised warning density-west',
      '600 revised warning density-west',
    ]);
    expect(night.state.alerts.active.get('density-west')?.reason).toMatchObject({
      density: 2.8,
      threshold: 3,
      clearsBelow: expect.closeTo(2.7, 9),
      limitFrom: { from: 'zone', phase: { id: 'egress', name: 'Way out' } },
    });
    night.pass(120, west(2.8));
    expect(told(night)).toHaveLength(2);
    night.pass(31, west(2.6));
    expect(told(night).at(-1)).toBe('780 cleared warning density-west');
  });

  it('[AL4] a limit that falls raises an alert after the on-delay, however long the density has stood', () => {
    const night = evening({ bandsByPhase: { egress: bands(1.5) } });
    night.pass(EGRESS + 20, west(1.8));
    expect(told(night)).toEqual(['610 raised warning density-west']);
    expect(night.zone('west').limits?.origin.phase?.id).toBe('egress');
  });

  it('[AL4] of a zone that is not seen only the limits are told anew', () => {
    const night = evening(relaxed);
    night.pass(EGRESS - 20, west(2.8));
    night.pass(30, { stage: 0.5 });
    expect(told(night).at(-1)).toBe('600 revised warning density-west');
    expect(night.state.alerts.active.get('density-west')?.reason).toMatchObject({
      density: 2.8,
      persons: 280,
      threshold: 3,
    });
  });

  it('[AL4] [AL22] one that stood before a restart is of the new limit, seen or not', () => {
    const night = evening(relaxed);
    night.pass(30, west(2.8));
    const plan = planVenue(venueWith(relaxed), calendar);
    const after = new Evening(RULES, plan);
    const before = [...night.state.alerts.active.values()];
    after.state = restoreAlerts(plan, after.state, before, START).state;
    after.second = EGRESS;
    after.pass(1, { stage: 0.5 });
    expect(told(after)).toEqual(['601 revised warning density-west']);
    const [alert] = after.state.alerts.active.values();
    expect(alert?.reason).toMatchObject({ density: 2.8, threshold: 3, sustainedSeconds: 10 });
  });

  it('[AL9] a warning is of the limit that is in force when it is passed', () => {
    const night = evening({ bandsByPhase: { egress: bands(1) } });
    const passing = () => night.state.forecasts[0]?.shown?.ahead?.passing;
    // 1.4 persons/m² for good: below the limit of 2.2 until the way out begins.
    look(night, 30, rising(1.4, 1.4), west(1.4));
    expect(passing()).toMatchObject({ limit: 2.2, expectedSeconds: null });
    expect(passing()).not.toHaveProperty('limitFrom');
    look(night, 1, rising(1.4, 1.4), west(1.4));
    expect(passing()).toMatchObject({
      limit: 1,
      expectedSeconds: EGRESS - 309,
      limitFrom: { from: 'zone', phase: { id: 'egress' } },
    });
    expect(night.story).toEqual([]);
    look(night, 2, rising(1.4, 1.4), west(1.4));
    expect(night.story).toEqual(['330 raised warning forecast-west']);
  });

  it('[AL9] what would pass the present limit once another is in force is no warning', () => {
    const night = evening({ bandsByPhase: { egress: bands(6) } });
    const filling = rising(1.6, 3.8);
    // Passes 2.2 in 245 s, when the limit is 6.
    look(night, 40, filling, west(1.6));
    const ahead = night.state.forecasts[0]?.shown?.ahead;
    expect(ahead?.passing).toMatchObject({ limit: 6, expectedSeconds: null });
  });
});
