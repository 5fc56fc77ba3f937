import { emptyCalendar, parseCalendar } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import {
  eventChanged,
  planChanged,
  withEvent,
  withPhase,
  withPlan,
} from '../../../../dashboard/src/state/editor/calendar-edits.js';

const words = { plan: 'Plan', phase: 'Doors' };
const now = Date.UTC(2026, 6, 4, 16, 20);

describe('[U] editing the calendar', () => {
  it('adds plans, phases and evenings that the server would take at once', () => {
    const twoPlans = withPlan(withPlan(emptyCalendar, words), words);
    const withPhases = planChanged(twoPlans, 0, (plan) =>
      withPhase(withPhase(plan, 'Phase'), 'Phase'),
    );
    const calendar = withEvent(withPhases, 'Event', now);
    expect(parseCalendar(calendar)).toEqual({ ok: true, value: calendar });
    expect(calendar.plans.map(({ id }) => id)).toEqual(['plan', 'plan-2']);
    expect(calendar.plans[0]?.phases.map(({ fromMinute }) => fromMinute)).toEqual([0, 120, 180]);
    expect(calendar.events[0]).toMatchObject({ plan: 'plan', doorsAt: '2026-07-04T17:00:00.000Z' });
  });

  it('has no evening without a plan', () => {
    expect(withEvent(emptyCalendar, 'Event', now)).toBe(emptyCalendar);
  });

  it('changes one and leaves the others', () => {
    const calendar = withEvent(withPlan(withPlan(emptyCalendar, words), words), 'Event', now);
    const named = eventChanged(
      planChanged(calendar, 1, (plan) => ({ ...plan, name: 'Gala' })),
      0,
      (event) => ({ ...event, plan: 'plan-2' }),
    );
    expect(named.plans.map(({ name }) => name)).toEqual(['Plan', 'Gala']);
    expect(named.events[0]?.plan).toBe('plan-2');
  });
});
