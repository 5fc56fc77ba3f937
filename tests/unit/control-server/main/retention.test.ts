import { describe, expect, it } from 'vitest';
import { createRetention } from '../../../../control-server/src/main/retention.js';

const DAY = 86_400;

/** A store that is asked to forget, and has so many slices of old measurements. */
const forgetful = (slices: number) => {
  const asked: string[] = [];
  let left = slices;
  const store = {
    forget: async (before: number) => {
      asked.push(`measurements ${before / DAY}`);
      left -= 1;
      return { ok: true as const, value: { more: left > 0 } };
    },
    forgetEvenings: async (before: number) => {
      asked.push(`evenings ${before / DAY}`);
      return { ok: true as const, value: undefined };
    },
  };
  return { asked, store };
};

describe('[U] retention', () => {
  it('erases measurements slice by slice, and former evenings by their own age', async () => {
    const { asked, store } = forgetful(2);
    let now = 1_000 * DAY * 1_000;
    const retain = createRetention(
      store,
      { retentionHours: 48, profileDays: 400 },
      { now: () => now },
    );
    await retain();
    expect(asked).toEqual(['measurements 998']);
    now += 1;
    await retain();
    expect(asked).toEqual(['measurements 998', 'measurements 998', 'evenings 600']);
  });

  it('rests a minute when all is erased', async () => {
    const { asked, store } = forgetful(1);
    let now = 1_000 * DAY * 1_000;
    const retain = createRetention(
      store,
      { retentionHours: 24, profileDays: 30 },
      { now: () => now },
    );
    await retain();
    now += 59_000;
    await retain();
    expect(asked).toHaveLength(2);
    now += 1_000;
    await retain();
    expect(asked).toHaveLength(4);
  });
});
