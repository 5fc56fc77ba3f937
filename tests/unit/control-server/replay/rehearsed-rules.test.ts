import { defaultAlertBands } from '@throng/crowd';
import { describe, expect, it } from 'vitest';
import { rehearseRules } from '../../../../control-server/src/replay/rehearsed-rules.js';
import { PLAN, RULES } from '../support/venue.js';

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
