import type { PassageState } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import { type DrawnPassage, passageAt } from '../../../../dashboard/src/map/passage-hit.js';
import { AT, venue } from '../live-samples.js';

const flowing: PassageState = {
  passage: 'door-1',
  at: AT,
  flow: { in: 600, out: 0 },
  plannedPerMinute: 650,
  unknownBecause: null,
};

/** Door 1 from (0, 2) to (0, 8), door 2 from (10, 2) to (10, 8); "in" is east. */
const drawn = (state?: PassageState): DrawnPassage[] =>
  venue.passages.map((passage) => ({
    passage,
    heading: Math.PI / 2,
    state: passage.id === state?.passage ? state : undefined,
  }));

/** Metres per pixel: 12 px are 1.2 m. */
const RESOLUTION = 0.1;
const hit = (x: number, y: number, state?: PassageState) =>
  passageAt(drawn(state), { x, y }, RESOLUTION);

describe('[U] a passage under a click', () => {
  it('is meant within 12 px of its line, beside it and beyond its ends', () => {
    expect(hit(1.15, 4)).toBe('door-1');
    expect(hit(0, 9.15)).toBe('door-1');
    expect(hit(1.25, 4)).toBeNull();
    expect(hit(0, 9.25)).toBeNull();
  });

  it('is meant on its arrow, which reaches further while many pass', () => {
    expect(hit(2.6, 5)).toBeNull();
    expect(hit(2.6, 5, flowing)).toBe('door-1');
    expect(hit(2.6, 7, flowing)).toBeNull();
  });

  it('is the nearest of two', () => {
    expect(passageAt(drawn(), { x: 4.9, y: 5 }, 1)).toBe('door-1');
    expect(passageAt(drawn(), { x: 5.1, y: 5 }, 1)).toBe('door-2');
  });
});
