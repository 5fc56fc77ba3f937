import type { CalendarDefinition } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import {
  askEvent,
  askPeriod,
  lastOf,
} from '../../../../control-server/src/event-report/asked-evening.js';

const opening = {
  id: 'opening',
  name: 'Opening',
  plan: 'concert',
  doorsAt: '2026-07-04T17:00:00Z',
};
const closing = { ...opening, id: 'closing', doorsAt: '2026-07-11T17:00:00Z' };
const calendar: CalendarDefinition = {
  plans: [
    {
      id: 'concert',
      name: 'Concert',
      phases: [
        { id: 'doors', name: 'Doors', fromMinute: 0 },
        { id: 'show', name: 'Show', fromMinute: 60 },
      ],
      endMinute: 180,
    },
  ],
  events: [opening, closing],
};
const doors = Date.parse(opening.doorsAt) / 1_000;

describe('[U] what a report is asked of', () => {
  it('an event lasts from its doors to its end, with its phases', () => {
    const asked = askEvent(calendar, opening, 60, (doors + 99_999) * 1_000);
    expect(asked).toMatchObject({ from: doors, to: doors + 10_800, plan: 'Concert' });
    expect(asked?.phases).toEqual([
      { name: 'Doors', from: doors, to: doors + 3_600 },
      { name: 'Show', from: doors + 3_600, to: doors + 10_800 },
    ]);
  });

  it('one that goes on is told until the last whole step, one to come not at all', () => {
    const now = (doors + 1_830) * 1_000;
    const asked = askEvent(calendar, opening, 60, now);
    expect(asked).toMatchObject({ to: doors + 1_800, plannedEnd: doors + 10_800 });
    expect(asked?.phases.map(({ name }) => name)).toEqual(['Doors']);
    expect(askEvent(calendar, closing, 60, now)).toBeUndefined();
  });

  it('a period is widened to whole steps, so that all exports share them', () => {
    expect(askPeriod(1_030, 1_190, 60)).toMatchObject({ from: 1_020, to: 1_200, event: null });
  });

  it('is compared with the event before by the same plan', () => {
    expect(lastOf(calendar, closing)?.id).toBe('opening');
    expect(lastOf(calendar, opening)).toBeUndefined();
  });
});
