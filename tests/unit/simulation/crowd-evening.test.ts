import { createHash } from 'node:crypto';
import {
  createCrowdEvening,
  type IncidentDefinition,
  type SimulatedVenue,
  type Truth,
} from '@throng/simulation';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arena, calmArena } from './arena.js';

const run = (venue: SimulatedVenue, seed: number, seconds: number): Truth[] =>
  createCrowdEvening(venue, seed).advance(seconds);

const withIncidents = (...incidents: IncidentDefinition[]): SimulatedVenue => {
  const venue = arena();
  return { ...venue, simulation: { ...venue.simulation, incidents } };
};

const hash = (truths: readonly Truth[]): string =>
  createHash('sha256').update(JSON.stringify(truths)).digest('hex');

const passed = (truths: readonly Truth[], passage: string, from: number, to: number): number =>
  (truths[to - 1]?.passages[passage]?.in ?? 0) - (truths[from - 1]?.passages[passage]?.in ?? 0);

describe('an evening of a whole crowd', () => {
  it('[U] the same seed gives the same evening however it is cut, another seed another one', () => {
    const whole = hash(run(arena(), 4, 600));
    const evening = createCrowdEvening(arena(), 4);
    const pieces = Array.from({ length: 60 }, () => evening.advance(10)).flat();
    expect(hash(pieces)).toBe(whole);
    expect(hash(run(arena(), 5, 600))).not.toBe(whole);
  });

  it('[U] nobody is lost or doubled: zones hold what came over their passages less what went', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), (seed) => {
        const venue = arena();
        const last = run(venue, seed, 900).at(-1);
        expect(last?.inside).toBe((last?.entered ?? 0) - (last?.left ?? 0));
        for (const { id } of venue.venue.zones) {
          const net = venue.venue.passages.reduce((sum, passage) => {
            const { in: forth = 0, out: back = 0 } = last?.passages[passage.id] ?? {};
            if (passage.to === id) return sum + forth - back;
            return passage.from === id ? sum + back - forth : sum;
          }, 0);
          expect(net).toBe(last?.zones[id]?.persons);
        }
      }),
      { numRuns: 8 },
    );
  });

  it('[U] in the end all go home', () => {
    const evening = createCrowdEvening(calmArena(), 1);
    const last = evening.advance(evening.evening.length + 900).at(-1);
    expect(last?.entered).toBeGreaterThan(400);
    expect(last?.inside).toBe(0);
  });

  it('[U] while gate B is shut nobody passes, its queue grows, and people outside wait', () => {
    const truths = run(arena(), 2, 700);
    expect(passed(truths, 'gate-b', 91, 539)).toBe(0);
    expect(truths[500]?.zones['queue-b']?.density).toBeGreaterThan(3.5);
    expect(truths[530]?.waitingOutside).toBeGreaterThan(20);
    expect(passed(truths, 'gate-b', 541, 700)).toBeGreaterThan(60);
  });

  it('[U] a queue passes a door at 1.0–1.6 persons/s per metre, the band of the Jülich door runs', () => {
    const flows = Array.from({ length: 12 }, (_, seed) => {
      const truths = run(arena(), seed + 1, 640);
      return passed(truths, 'gate-b', 545, 620) / 75;
    });
    const mean = flows.reduce((sum, flow) => sum + flow, 0) / flows.length;
    expect(mean).toBeGreaterThan(1);
    expect(mean).toBeLessThan(1.6);
    for (const flow of flows) {
      expect(flow).toBeGreaterThan(0.7);
      expect(flow).toBeLessThan(2);
    }
  });

  it('[U] no zone is fuller than a packed crowd', () => {
    const truths = run(arena(), 3, 900);
    const densities = truths.flatMap(({ zones }) =>
      Object.values(zones).map(({ density }) => density),
    );
    expect(Math.max(...densities)).toBeLessThan(6.5);
  });

  it('[U] a surge fills its place, and ends', () => {
    const surge = { at: 1_500, seconds: 300, surgeTo: 'bar', share: 0.7 };
    const truths = run(withIncidents(surge), 1, 2_300);
    const bar = (time: number) => truths[time - 1]?.zones.concourse?.persons ?? 0;
    expect(bar(1_499)).toBeLessThan(60);
    expect(bar(1_700)).toBeGreaterThan(200);
    expect(bar(2_200)).toBeLessThan(bar(1_700) / 2);
  });

  it('[U] an evacuation empties the venue and lets nobody in', () => {
    const truths = run(withIncidents({ at: 400, evacuate: true }), 1, 1_200);
    expect(truths[398]?.inside).toBeGreaterThan(300);
    expect(truths.at(-1)?.inside).toBe(0);
    expect(truths.at(-1)?.entered).toBe(truths[402]?.entered);
    expect(truths.at(-1)?.waitingOutside).toBe(0);
  });

  it('[U] an incident whose time is drawn comes at another moment on another evening', () => {
    const venue = withIncidents({ at: [100, 700], seconds: 60, passage: 'gate-a' });
    const shutAt = (seed: number) =>
      run(venue, seed, 800).find(({ passages }) => passages['gate-a']?.opening === 0)?.time;
    const times = [1, 2, 3, 4, 5, 6].map(shutAt);
    expect(new Set(times).size).toBeGreaterThan(4);
    for (const time of times) {
      expect(time).toBeGreaterThanOrEqual(100);
      expect(time).toBeLessThanOrEqual(700);
    }
  });

  it('[U] parties keep together: a venue of pairs counts in twos', () => {
    const venue = calmArena();
    const pairs = { ...venue, simulation: { ...venue.simulation, parties: [0, 1] } };
    for (const { zones } of run(pairs, 1, 400)) {
      for (const { persons } of Object.values(zones)) expect(persons % 2).toBe(0);
    }
  });

  it('[U] counters serve so many at once: half the counters, a longer line', () => {
    const withBar = (counters: number): SimulatedVenue => {
      const venue = calmArena();
      const places = venue.simulation.places.map((place) =>
        place.id === 'bar' ? { ...place, counters } : place,
      );
      return { ...venue, simulation: { ...venue.simulation, places } };
    };
    const crowd = (counters: number) =>
      run(withBar(counters), 1, 700).reduce(
        (sum, { zones }) => sum + (zones.concourse?.persons ?? 0),
        0,
      );
    expect(crowd(1)).toBeGreaterThan(1.5 * crowd(40));
  });

  it('[U] newcomers who find an entrance full come in by another one', () => {
    const fullFrom = (full: number): SimulatedVenue => {
      const venue = arena();
      const entrances = venue.simulation.entrances.map((entrance) => ({ ...entrance, full }));
      return { ...venue, simulation: { ...venue.simulation, entrances } };
    };
    const byGateA = (full: number): number =>
      [1, 2, 3, 4].reduce((sum, seed) => {
        const truths = run(fullFrom(full), seed, 500);
        return sum + passed(truths, 'street-a', 200, 500) / passed(truths, 'street-b', 200, 500);
      }, 0);
    expect(byGateA(2)).toBeGreaterThan(1.3 * byGateA(10));
  });

  it('[U] a zone that is packed takes nobody in, and the queue spills back to the street', () => {
    const venue = withIncidents({ at: 60, passage: 'gate-b' }, { at: 60, passage: 'gate-a' });
    const truths = run(venue, 3, 600);
    const full = truths.findIndex(({ zones }) => (zones['queue-b']?.density ?? 0) > 4.5);
    expect(full).toBeGreaterThan(60);
    const late = truths.at(-1);
    expect(late?.zones['queue-b']?.density).toBeLessThan(6.5);
    expect(truths[200]?.waitingOutside).toBeLessThan(10);
    expect(late?.waitingOutside).toBeGreaterThan(50);
  });

  it('[U] these evenings are known: on any machine the same counts (V8 reckons alike everywhere)', () => {
    const known = (seed: number): string => hash(run(arena(), seed, 900).slice(-1)).slice(0, 16);
    expect([1, 2].map(known)).toEqual(['f10d1dd4b4ebf8c7', '0354f128149241c3']);
  });
});
