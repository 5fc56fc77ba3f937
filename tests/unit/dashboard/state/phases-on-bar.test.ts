import { describe, expect, it } from 'vitest';
import { phaseAt, phasesOnBar } from '../../../../dashboard/src/state/phases-on-bar.js';
import { SLIDER } from '../../../../dashboard/src/state/time-view.js';

const NOW = Date.parse('2026-07-04T20:00:00.000Z');
const evening = {
  id: 'opening',
  endsAt: '2026-07-04T22:30:00.000Z',
  phases: [
    { id: 'doors', name: 'Doors', at: '2026-07-04T18:00:00.000Z' },
    { id: 'show', name: 'Show', at: '2026-07-04T20:05:00.000Z' },
    { id: 'egress', name: 'Egress', at: '2026-07-04T22:00:00.000Z' },
  ],
};
const laid = (events: Parameters<typeof phasesOnBar>[0], end: number = SLIDER.max) =>
  phasesOnBar(events, NOW, end).map(({ from, name, to }) => [name, from, to]);

describe('[U] the phases on the bar of time', () => {
  it('lays each where its time lies on the slider, from end to end', () => {
    expect(laid([evening])).toEqual([
      [null, 0, 350],
      ['Doors', 350, 800],
      ['Show', 800, 1_000],
    ]);
  });

  it('ends at now where the server does not look ahead', () => {
    expect(laid([evening], SLIDER.now)).toEqual([
      [null, 0, 350],
      ['Doors', 350, 700],
    ]);
  });

  it('shows the time between two events, and cuts one that began before the slider’s reach', () => {
    const matinee = {
      id: 'matinee',
      endsAt: '2026-07-04T17:00:00.000Z',
      phases: [{ id: 'show', name: 'Matinee', at: '2026-07-04T14:00:00.000Z' }],
    };
    expect(laid([evening, matinee])).toEqual([
      ['Matinee', 0, 175],
      [null, 175, 350],
      ['Doors', 350, 800],
      ['Show', 800, 1_000],
    ]);
  });

  it('shows nothing where no event is near, or none has phases', () => {
    const past = { ...evening, endsAt: '2026-06-04T22:00:00.000Z', phases: [] };
    expect(laid([])).toEqual([]);
    expect(laid([past])).toEqual([]);
  });

  it('names the phase of a place, at either end of the slider too', () => {
    const stretches = phasesOnBar([evening], NOW, SLIDER.max);
    expect([0, 349, 350, 799, 800, 1_000].map((place) => phaseAt(stretches, place))).toEqual([
      null,
      null,
      'Doors',
      'Doors',
      'Show',
      'Show',
    ]);
  });
});
