import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrowLength, arrowRing } from '../../../../dashboard/src/map/flow-arrow.js';
import { loadBand, passageLoad } from '../../../../dashboard/src/state/passage-load.js';

const at = (heading: number, resolution = 1) => ({ x: 3, y: 4, heading, resolution });

describe('[U] an arrow on the map', () => {
  it('points where its heading leads, clockwise from north', () => {
    const tip = (heading: number) => arrowRing(at(heading), 10)[3];
    expect(tip(0)).toEqual([3, 14]);
    expect(tip(Math.PI / 2)?.[0]).toBeCloseTo(13);
    expect(tip(Math.PI)?.[1]).toBeCloseTo(-6);
  });

  it('is as long on the screen at every zoom, and symmetrical about its axis', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -7, max: 7, noNaN: true }),
        fc.double({ min: 0.01, max: 2, noNaN: true }),
        (heading, resolution) => {
          const ring = arrowRing(at(heading, resolution), 20);
          const [x, y] = ring[3] ?? [0, 0];
          expect(Math.hypot(x - 3, y - 4) / resolution).toBeCloseTo(20, 6);
          const apart = (a: number, b: number) =>
            Math.hypot((ring[a]?.[0] ?? 0) - x, (ring[b]?.[1] ?? 0) - y);
          expect(apart(0, 0)).toBeCloseTo(apart(6, 6), 6);
        },
      ),
    );
  });

  it('grows with the flow, up to its longest', () => {
    const lengths = [0, 20, 100, 400, 650, 2_000].map(arrowLength);
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
    expect(lengths[0]).toBe(12);
    expect(lengths.at(-1)).toBe(34);
  });
});

describe('[U] the load of a passage', () => {
  const passage = { passage: 'door', at: null, plannedPerMinute: 200, unknownBecause: null };

  it('is both directions together against what is planned, and unknown without a flow', () => {
    expect(passageLoad({ ...passage, flow: { in: 90, out: 30 } })).toBeCloseTo(0.6);
    expect(passageLoad({ ...passage, flow: null, unknownBecause: 'stale' })).toBeNull();
  });

  it('is coloured from 60, 85 and 100 % on', () => {
    const bands = [0.59, 0.6, 0.84, 0.85, 0.99, 1, 1.4].map(loadBand);
    expect(bands).toEqual([
      'normal',
      'watch',
      'watch',
      'warning',
      'warning',
      'critical',
      'critical',
    ]);
  });
});
