import { isFlat, polygonFault } from '@throng/crowd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { square, starPolygon } from '../support/arbitraries.js';

describe('why a ring is no polygon', () => {
  it('[U] simple rings pass in either direction', () => {
    fc.assert(
      fc.property(starPolygon, (polygon) => {
        expect(polygonFault(polygon)).toBeUndefined();
        expect(polygonFault([...polygon].reverse())).toBeUndefined();
      }),
    );
  });

  it('[U] a ring closed as in GeoJSON passes', () => {
    expect(polygonFault([...square(2), { x: 0, y: 0 }])).toBeUndefined();
  });

  it('[U] fewer than three different vertices are refused by name', () => {
    expect(polygonFault([])?.code).toBe('too-few-vertices');
    const pair = [
      { x: 0, y: 0 },
      { x: 1, y: 0 },
      { x: 1, y: 0 },
    ];
    expect(polygonFault(pair)?.code).toBe('too-few-vertices');
  });

  it('[U] a coordinate that is no number is refused and its vertex named', () => {
    const fault = polygonFault([...square(2), { x: Number.NaN, y: 0 }]);
    expect(fault?.code).toBe('not-finite');
    expect(fault?.message).toContain('Vertex 4');
  });

  it('[U] vertices on one line are refused as having no area', () => {
    const line = [0, 1, 2, 3].map((t) => ({ x: 1 + t * 0.1, y: 2 + t * 0.3 }));
    expect(polygonFault(line)?.code).toBe('zero-area');
  });

  it('[U] a bow tie is refused and its crossing edges named', () => {
    const [a, b, c, d] = square(2);
    const fault = polygonFault([a, c, b, d].flatMap((vertex) => vertex ?? []));
    expect(fault?.code).toBe('self-intersecting');
    expect(fault?.message).toContain('(0, 0)–(2, 2)');
  });

  it.each([
    ['at the start', [0, 1, 2, 3, 4]],
    ['at the end', [1, 2, 3, 4, 0]],
    ['in the middle', [4, 0, 1, 2, 3]],
    ['backwards', [4, 3, 2, 1, 0]],
  ])('[U] a spike that runs back along its own edge is refused: %s', (_, order) => {
    const spike = [
      { x: 0, y: 0 },
      { x: 4, y: 0 },
      { x: 2, y: 0 },
      { x: 2, y: 2 },
      { x: 0, y: 2 },
    ];
    const ring = order.flatMap((index) => spike[index] ?? []);
    expect(polygonFault(ring)?.code).toBe('self-intersecting');
  });

  it('[U] a ring that touches itself in a corner is refused', () => {
    const pinched = [
      { x: 0, y: 0 },
      { x: 4, y: 0 },
      { x: 4, y: 4 },
      { x: 2, y: 0 },
      { x: 0, y: 4 },
    ];
    expect(polygonFault(pinched)?.code).toBe('self-intersecting');
  });

  it('[U] a ring that passes twice through one corner is refused', () => {
    const corner = { x: 2, y: 0 };
    const eight = [
      corner,
      { x: 4, y: 1 },
      { x: 4, y: -1 },
      corner,
      { x: 0, y: 1 },
      { x: 0, y: -1 },
    ];
    expect(polygonFault(eight)?.code).toBe('self-intersecting');
  });

  it('[U] no points at all lie flat', () => {
    expect(isFlat([])).toBe(true);
  });
});
