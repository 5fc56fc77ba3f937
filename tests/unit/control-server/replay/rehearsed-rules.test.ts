import { planVenue } from '@throng/control-server';
import { defaultAlertBands } from '@throng/crowd';
import { describe, expect, it } from 'vitest';
import { rehearseRules } from '../../../../control-server/src/replay/rehearsed-rules.js';
import { PLAN, RULES, VENUE } from '../support/venue.js';

const usual = { plan: PLAN, rules: RULES };

const faults = (content: unknown): string[] => {
  const checked = rehearseRules(usual, content);
  return checked.ok ? [] : checked.faults.map(({ message, path }) => `${path}: ${message}`);
};

describe('[U] rules to rehearse', () => {
  it('change what they name and nothing else', () => {
    const checked = rehearseRules(usual, {
      alerts: { onDelaySeconds: 60 },
      bands: { east: { warning: 3.1 } },
    });
    if (!checked.ok) throw new Error('refused');
    const { plan, rules } = checked.value;
    expect(rules).toEqual({ ...RULES, alerts: { ...RULES.alerts, onDelaySeconds: 60 } });
    expect(plan.venue.zones[1]?.bands).toEqual({ ...defaultAlertBands('viewing'), warning: 3.1 });
    expect(plan.venue.zones[0]).toEqual(PLAN.venue.zones[0]);
  });

  it('change the limits of phases and kinds that they name, and keep the others', () => {
    const bands = (warning: number) => ({ watch: 1, warning, critical: 5, emergency: 6 });
    const calendar = {
      plans: [
        {
          ...{ id: 'concert', name: 'Concert', endMinute: 60 },
          phases: [{ id: 'show', name: 'Show', fromMinute: 0 }],
        },
      ],
      events: [],
    };
    const plan = planVenue(VENUE, calendar);
    const alerts = { ...RULES.alerts, bands: { walkway: bands(2), stairs: bands(3) } };
    const judgement = { plan, rules: { ...RULES, alerts } };
    const checked = rehearseRules(judgement, {
      alerts: { bands: { stairs: bands(4) }, raisedBy: [] },
      bands: { west: { warning: 2.5 } },
      bandsByPhase: { west: { show: bands(4.5) } },
    });
    if (!checked.ok) throw new Error('refused');
    const { rules } = checked.value;
    expect(rules.alerts.bands).toEqual({ walkway: bands(2), stairs: bands(4) });
    expect(rules.alerts.raisedBy).toEqual([]);
    expect(checked.value.plan.venue.zones[0]).toMatchObject({
      bands: bands(2.5),
      bandsByPhase: { show: bands(4.5) },
    });
    expect(checked.value.plan.calendar).toBe(calendar);
  });

  it('tell phases that no plan has, where they stand in the file', () => {
    const falling = { watch: 3, warning: 2, critical: 5, emergency: 6 };
    expect(
      faults({
        alerts: { bands: { queue: falling }, bandsByPhase: { encore: {} } },
        bandsByPhase: { west: { encore: falling }, attic: {} },
      }),
    ).toEqual([
      '/bandsByPhase/attic: the venue has no zone of that name',
      '/bandsByPhase/west/encore: no plan has a phase "encore"; give calendar.plans such a phase, or remove it',
      '/alerts/bandsByPhase/encore: no plan has a phase "encore"; give calendar.plans such a phase, or remove it',
      '/alerts/bands/queue: must rise from watch to emergency',
      '/bandsByPhase/west/encore: must rise from watch to emergency',
    ]);
  });

  it('tell all unknown fields and wrong values at once', () => {
    expect(
      faults({ alerts: { onDelay: 5, deadband: 2 }, bands: { west: { watch: 0 } }, extra: 1 }),
    ).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^: unknown field "extra"/),
        expect.stringMatching(/^\/alerts: unknown field "onDelay"/),
        expect.stringMatching(/^\/alerts\/deadband: /),
        expect.stringMatching(/^\/bands\/west\/watch: /),
      ]),
    );
  });

  it('tell zones that are none and bands that do not rise', () => {
    expect(faults({ bands: { attic: { warning: 2 }, west: { warning: 11 } } })).toEqual([
      '/bands/attic: the venue has no zone of that name',
      '/bands/west: must rise from watch to emergency',
    ]);
  });
});
