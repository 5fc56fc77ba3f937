import { readFileSync } from 'node:fs';
import { LIMITS } from '@throng/contract';
import Type from 'typebox';
import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { readProfiles } from '../../../hardware/profiles/read-profiles.mjs';
import { RULES } from '../../../hardware/profiles/rules.mjs';
import { focalMillimetres, withTables } from '../../../hardware/profiles/tables.mjs';

const closed = { additionalProperties: false };
const Text = Type.String({ minLength: 3 });
const named = {
  name: Text,
  value: Type.Number({ minimum: 0 }),
  unit: Type.String({ minLength: 1 }),
};

/** A figure without a mark, or a mark without what it rests on, is no figure. */
const Measured = Type.Object(
  { ...named, mark: Type.Literal('measured'), command: Text, on: Text },
  closed,
);
const Expected = Type.Object(
  {
    ...named,
    mark: Type.Literal('expected'),
    rule: Text,
    from: Type.Record(Type.String(), Type.Number()),
    source: Text,
  },
  closed,
);
const Profile = Type.Object(
  {
    title: Text,
    machine: Text,
    provider: Type.Array(Text, { minItems: 1 }),
    decode: Text,
    figures: Type.Array(Type.Union([Measured, Expected]), { minItems: 1 }),
  },
  closed,
);

const profiles = readProfiles().map(({ file, profile }) => ({
  file,
  profile: Value.Parse(Profile, profile),
}));
const figures = profiles.flatMap(({ file, profile }) =>
  profile.figures.map((figure) => ({ file, figure, title: `${file}: ${figure.name}` })),
);

describe('[U] profiles of boxes', () => {
  it.each(figures)(
    '$title follows from its rule, or names the command that measured it',
    ({ figure }) => {
      if (figure.mark === 'expected') expect(RULES[figure.rule]?.(figure.from)).toBe(figure.value);
      else expect(figure.command).toMatch(/^npm run /);
    },
  );

  it('figures of one box rest on its own number of cameras', () => {
    for (const { profile } of profiles) {
      const cameras = profile.figures.find(({ unit }) => unit === 'cameras')?.value;
      expect(cameras).toBeLessThanOrEqual(LIMITS.camerasPerEdge);
      for (const figure of profile.figures) {
        if (figure.mark === 'expected') expect(figure.from.cameras ?? cameras).toBe(cameras);
      }
    }
  });

  it('the guide shows what they and the formulas give', () => {
    const guide = readFileSync(new URL('../../../hardware/README.md', import.meta.url), 'utf8');
    expect(withTables(guide)).toBe(guide);
  });

  it('a person twice as far needs about twice the focal length', () => {
    expect(focalMillimetres(40, 4) / focalMillimetres(20, 4)).toBeCloseTo(2, 1);
    // By hand: 40 px of 1.7 m at 40 m under 4 m is 40 · 40/1.7 ≈ 941 px, or 4.96 mm of 5.4 mm.
    expect(focalMillimetres(40, 4)).toBeCloseTo(4.98, 1);
  });
});
