import { describe, expect, it } from 'vitest';
import {
  cornerAt,
  distanceToEdge,
  featuresAt,
  nextAt,
} from '../../../../dashboard/src/state/editor/hits.js';
import { hall } from './hall.js';

const west = { list: 'zones', index: 0 } as const;
const mast = { list: 'cameras', index: 0 } as const;
const street = { list: 'passages', index: 0 } as const;

describe('[U] what lies under the pointer', () => {
  it('are lines within reach first, then the areas around, the smallest first', () => {
    expect(featuresAt(hall, { x: 0.3, y: 5 }, 0.5)).toEqual([street, west, mast]);
    expect(featuresAt(hall, { x: 0.3, y: 5 }, 0.1)).toEqual([west, mast]);
    expect(featuresAt(hall, { x: 30, y: 0.2 }, 0.5)).toEqual([
      { list: 'walls', index: 0 },
      { list: 'zones', index: 1 },
      mast,
    ]);
    expect(featuresAt(hall, { x: 99, y: 99 }, 0.5)).toEqual([]);
  });

  it('is chosen one below the other by pressing again, and the first again after the last', () => {
    const hits = [street, west, mast];
    expect(nextAt(hits, null)).toEqual(street);
    expect(nextAt(hits, street)).toEqual(west);
    expect(nextAt(hits, mast)).toEqual(street);
    expect(nextAt(hits, { list: 'walls', index: 3 })).toEqual(street);
    expect(nextAt([], west)).toBeNull();
  });

  it('is a corner of the shape in hand within reach, the nearest', () => {
    expect(cornerAt(hall, west, { x: 19.8, y: 9.9 }, 0.5)).toBe(2);
    expect(cornerAt(hall, west, { x: 10, y: 10 }, 0.5)).toBeNull();
    expect(cornerAt(hall, west, { x: 9, y: 0 }, 15)).toBe(0);
    expect(cornerAt(hall, null, { x: 0, y: 0 }, 1)).toBeNull();
    expect(cornerAt(hall, { list: 'zones', index: 9 }, { x: 0, y: 0 }, 1)).toBeNull();
  });

  it('is as far from an edge as from its nearest point', () => {
    const [from, to] = [
      { x: 0, y: 0 },
      { x: 4, y: 0 },
    ];
    expect(distanceToEdge({ x: 2, y: 3 }, from, to)).toBe(3);
    expect(distanceToEdge({ x: 7, y: 4 }, from, to)).toBe(5);
    expect(distanceToEdge({ x: 3, y: 4 }, from, from)).toBe(5);
  });
});
