import { planVenue } from '@throng/control-server';
import { describe, expect, it } from 'vitest';
import { zoneFlows } from '../../../../control-server/src/venue-state/zone-flows.js';
import { START, VENUE } from '../support/venue.js';

type Crossed = readonly [into: number, out: number];

/** West with doors to the outside, each 1 m wide: 82.2 persons/min are planned to pass. */
const planOf = (doors: number) =>
  planVenue({
    ...VENUE,
    passages: Array.from({ length: doors }, (_, door) => ({
      id: `door-${door}`,
      name: `Door ${door}`,
      // Every other line is drawn the other way round: `in` is then out of the zone.
      from: door % 2 === 0 ? 'outside' : 'west',
      to: door % 2 === 0 ? 'west' : 'outside',
      line: [
        [0, door],
        [1, door],
      ],
    })),
  });

/** The doors as counted `seconds` after the start, by who had come into the zone and left it. */
const countedAt = (seconds: number, crossed: readonly Crossed[]) =>
  crossed.map(([into, out], door) => ({
    ...(door % 2 === 0 ? { in: into, out } : { in: out, out: into }),
    countedUntil: START + seconds * 1_000,
  }));

const none = (doors: number): Crossed[] => Array.from({ length: doors }, () => [0, 0]);

const flowsAfter = (seconds: number, crossed: readonly Crossed[]) => {
  const before = countedAt(0, none(crossed.length));
  const flows = zoneFlows(planOf(crossed.length), 'west', [before], countedAt(seconds, crossed));
  return flows.map(({ passage, netPerMinute }) => `${passage} ${netPerMinute}`);
};

describe('[U] who fills and empties a zone', () => {
  it('names the greatest flows in, then the greatest out, whichever way a line is drawn', () => {
    const crossed: Crossed[] = [
      [10, 0],
      [0, 30],
      [0, 50],
      [40, 4],
    ];
    expect(flowsAfter(60, crossed)).toEqual(['door-3 36', 'door-0 10', 'door-2 -50', 'door-1 -30']);
  });

  it('names three each way, and none through which as many come as go', () => {
    const crossed: Crossed[] = [
      [1, 0],
      [2, 0],
      [3, 0],
      [4, 0],
      [5, 5],
    ];
    expect(flowsAfter(60, crossed)).toEqual(['door-3 4', 'door-2 3', 'door-1 2']);
  });

  it('is per minute of what was counted', () => {
    expect(flowsAfter(30, [[20, 0]])).toEqual(['door-0 40']);
  });

  it('says nothing of a passage that was hardly counted, or never before', () => {
    expect(flowsAfter(10, [[20, 0]])).toEqual([]);
    expect(zoneFlows(planOf(1), 'west', [], countedAt(60, [[20, 0]]))).toEqual([]);
  });

  it('says how near to its planned capacity a passage is, both directions together', () => {
    const plan = planOf(1);
    const after = countedAt(60, [[61.65, 20.55]]);
    const [door] = zoneFlows(plan, 'west', [countedAt(0, none(1))], after);
    expect(door).toEqual({ passage: 'door-0', netPerMinute: 41, capacityShare: 1 });
  });

  it('says nothing of passages elsewhere', () => {
    expect(zoneFlows(planOf(1), 'east', [countedAt(0, none(1))], countedAt(60, [[9, 0]]))).toEqual(
      [],
    );
  });
});
