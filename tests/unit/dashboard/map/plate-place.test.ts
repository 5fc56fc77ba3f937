import { describe, expect, it } from 'vitest';
import {
  freeRoom,
  type Offset,
  plateHalf,
  type Sight,
} from '../../../../dashboard/src/map/plate-place.js';

const lines = ['BOTTLENECK', '240 before it'];
const right: Offset = [80, 0];
const left: Offset = [-80, 0];
const roomAmong = (...sights: Sight[]) =>
  freeRoom({ middle: [10, 20], resolution: 0.5, lines, sights }, () => [right, left]);

/** Something at a place in pixels from the mark. */
const at = (kind: Sight['kind'], x: number, y: number): Sight => ({
  kind,
  x: 10 + x * 0.5,
  y: 20 - y * 0.5,
  half: [20, 10],
});

describe('[U] the plate of a mark', () => {
  it('takes the first place that covers nothing', () => {
    expect(roomAmong()).toEqual({ place: right, lines });
    expect(roomAmong(at('label', 80, 0))).toEqual({ place: left, lines });
    expect(roomAmong(at('arrow', 80, 5))).toEqual({ place: left, lines });
  });

  it('says one word where only that has room', () => {
    const [, high] = plateHalf(lines);
    const [, low] = plateHalf(lines.slice(0, 1));
    const between = (high + low) / 2 + 10;
    const [above, below] = [at('label', 80, -between), at('label', -80, between)];
    expect(roomAmong(above, below)).toEqual({ place: right, lines: ['BOTTLENECK'] });
  });

  it('covers an arrow rather than nothing to say, but never the label of a zone', () => {
    const labels = [at('label', 80, 0), at('label', -80, 0)];
    expect(roomAmong(at('arrow', 80, 0), at('label', -80, 0))).toEqual({ place: right, lines });
    expect(roomAmong(...labels)).toBeNull();
  });
});
