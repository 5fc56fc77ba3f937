import {
  type CalendarDefinition,
  formerEvents,
  fromTimestamp,
  momentAt,
  parseCalendar,
  phasesOf,
} from '@throng/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const concert = {
  id: 'concert',
  name: 'Concert',
  phases: [
    { id: 'doors', name: 'Doors', fromMinute: 0 },
    { id: 'show', name: 'Show', fromMinute: 60 },
    { id: 'egress', name: 'Way out', fromMinute: 180 },
  ],
  endMinute: 240,
};
const evening = (id: string, doorsAt: string, plan = 'concert') => ({
  id,
  name: id,
  plan,
  doorsAt,
});
const calendar: CalendarDefinition = {
  plans: [concert, { ...structuredClone(concert), id: 'matinee', name: 'Matinee' }],
  events: [
    evening('july', '2026-07-04T18:00:00Z'),
    evening('noon', '2026-07-05T12:00:00Z', 'matinee'),
    evening('september', '2026-09-05T18:00:00Z'),
    evening('august', '2026-08-01T18:00:00Z'),
  ],
};
const faults = (spoil: (calendar: CalendarDefinition) => void): string[] => {
  const spoilt = structuredClone(calendar);
  spoil(spoilt);
  const checked = parseCalendar(spoilt);
  return checked.ok ? [] : checked.faults.map(({ path, message }) => `${path} ${message}`);
};
const plan = ({ plans }: CalendarDefinition) => plans[0];

describe('[U] calendar', () => {
  it('accepts plans and events', () => {
    expect(faults(() => {})).toEqual([]);
  });

  it('[CA1] ids of plans, phases and events differ', () => {
    expect(
      faults(({ events, plans }) => {
        plans.push(structuredClone(concert));
        plans[1]?.phases.push({ id: 'doors', name: 'Again', fromMinute: 200 });
        events.push(evening('july', '2027-07-04T18:00:00Z'));
      }),
    ).toEqual([
      '/plans/2/id "concert" is used twice; ids must differ',
      '/events/4/id "july" is used twice; ids must differ',
      '/plans/1/phases/3/id "doors" is used twice; ids must differ',
    ]);
  });

  it('[CA2] phases rise from minute 0 to the end', () => {
    expect(
      faults((spoilt) => {
        const { phases } = plan(spoilt) ?? { phases: [] };
        Object.assign(phases[0] ?? {}, { fromMinute: 5 });
        Object.assign(phases[1] ?? {}, { fromMinute: 200 });
        Object.assign(plan(spoilt) ?? {}, { endMinute: 180 });
      }),
    ).toEqual([
      '/plans/0/phases/0/fromMinute must be 0: the first phase begins as the doors open',
      '/plans/0/phases/2/fromMinute must come after phase "show" (minute 200)',
      '/plans/0/endMinute must come after the last phase "egress" (minute 180)',
    ]);
  });

  it('[CA3] an event goes by a plan that is there', () => {
    expect(
      faults(({ events }) => events.push(evening('fair', '2027-01-01T10:00:00Z', 'fair'))),
    ).toEqual(['/events/4/plan no plan "fair"; name one of plans']);
  });

  it('[CA4] a venue holds one event at a time', () => {
    expect(faults(({ events }) => events.push(evening('late', '2026-07-04T21:59:00Z')))).toEqual([
      '/events/4/doorsAt begins before "july" ends; a venue holds one event at a time',
    ]);
  });

  it('tells when each phase begins, and none of an event without a plan', () => {
    const [event] = calendar.events;
    if (event === undefined) throw new Error('the calendar has no event');
    expect(phasesOf(calendar, event)).toEqual([
      { id: 'doors', name: 'Doors', at: '2026-07-04T18:00:00.000Z' },
      { id: 'show', name: 'Show', at: '2026-07-04T19:00:00.000Z' },
      { id: 'egress', name: 'Way out', at: '2026-07-04T21:00:00.000Z' },
    ]);
    expect(phasesOf({ ...calendar, plans: [] }, event)).toEqual([]);
  });

  it('[CA5] each moment of an event has the phase that began last; between events there is none', () => {
    const phaseAt = (time: string) => momentAt(calendar, fromTimestamp(time))?.phase.id;
    expect(phaseAt('2026-07-04T17:59:59Z')).toBeUndefined();
    expect(phaseAt('2026-07-04T18:00:00Z')).toBe('doors');
    expect(phaseAt('2026-07-04T18:59:59Z')).toBe('doors');
    expect(phaseAt('2026-07-04T19:00:00Z')).toBe('show');
    expect(phaseAt('2026-07-04T21:59:59Z')).toBe('egress');
    expect(phaseAt('2026-07-04T22:00:00Z')).toBeUndefined();
  });

  it('[CA5] every minute of an event has exactly one phase', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 239 }), (minute) => {
        const at = fromTimestamp('2026-08-01T18:00:00Z') + minute * 60_000;
        const begun = concert.phases.filter(({ fromMinute }) => fromMinute <= minute);
        expect(momentAt(calendar, at)?.phase.id).toBe(begun.at(-1)?.id);
        expect(momentAt(calendar, at)?.event.id).toBe('august');
      }),
    );
  });

  it('[CA6] former events are those of the same plan that were over, the newest first', () => {
    const september = calendar.events.find(({ id }) => id === 'september');
    const former = september === undefined ? [] : formerEvents(calendar, september);
    expect(former.map(({ id }) => id)).toEqual(['august', 'july']);
  });
});
