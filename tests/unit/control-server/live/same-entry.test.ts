import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saysTheSame } from '../../../../control-server/src/live/same-entry.js';

const fields = (value: fc.Arbitrary<unknown>) =>
  fc.dictionary(fc.constantFrom('a', 'b', 'c'), value, { maxKeys: 3 });
const plain = fc.constantFrom<unknown>(0, -0, 1, null, 'x', Number.NaN);
const entry = fields(fc.oneof(plain, fields(fc.oneof(plain, fields(plain))), fc.array(plain)));

describe('[U] entries that say the same', () => {
  it('never takes two for the same whose JSON tells them apart', () => {
    fc.assert(
      fc.property(entry, entry, (one, other) => {
        fc.pre(saysTheSame(one, other));
        const inOrder = (value: unknown) => JSON.stringify(value, ['a', 'b', 'c']);
        expect(inOrder(one)).toBe(inOrder(other));
      }),
    );
  });

  it('knows what is made anew each second, and only that', () => {
    const grid = { cells: [1, null, 3] };
    const zone = (persons: number) => ({ zone: 'gate', reading: { persons, trend: null } });
    expect(saysTheSame(zone(3), zone(3))).toBe(true);
    expect(saysTheSame(zone(3), zone(4))).toBe(false);
    expect(saysTheSame({ camera: 'north', grid }, { camera: 'north', grid })).toBe(true);
    expect(saysTheSame({ camera: 'north', grid }, { camera: 'north', grid: null })).toBe(false);
    expect(saysTheSame({ zone: 'gate', limits: grid }, { zone: 'gate' })).toBe(false);
    expect(saysTheSame({ zone: 'gate' }, { zone: 'gate', limits: grid })).toBe(false);
  });
});
