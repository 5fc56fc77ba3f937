import { fail, ok } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import { type HouseChange, lastOfEach } from '../../../../control-server/src/house/house-change.js';
import { HouseMirror } from '../../../../control-server/src/house/house-mirror.js';
import type { StoreResult } from '../../../../control-server/src/store/measurement-store.js';

const change = (name: string): HouseChange => ({ name, key: '["k"]', body: '{}' });

/** A journal in memory, and a database that answers as it is told. */
const mirror = () => {
  let journal: { number: number; change: HouseChange }[] = [];
  let next = 1;
  const kept: string[] = [];
  let answer = (): Promise<StoreResult<void>> => Promise.resolve(ok(undefined));
  const house = new HouseMirror(
    {
      waiting: () =>
        ok(journal.slice(0, 2).map((entry) => ({ number: entry.number, ...entry.change }))),
      kept: (number) => {
        journal = journal.filter((entry) => entry.number > number);
        return ok(undefined);
      },
    },
    {
      keep: async (changes) => {
        const answered = await answer();
        if (answered.ok) kept.push(...changes.map(({ name }) => name));
        return answered;
      },
    },
  );
  return {
    ...{ house, kept },
    waiting: () => journal.length,
    do: (...names: string[]) => {
      for (const name of names) journal.push({ number: next++, change: change(name) });
    },
    answers: (given: () => Promise<StoreResult<void>>) => {
      answer = given;
    },
  };
};

describe('[U] a house that is kept in two places', () => {
  it('is settled once all that waits is kept, in order, a bite at a time', async () => {
    const { do: act, house, kept, waiting } = mirror();
    act('a', 'b', 'c', 'd', 'e');
    expect(await house.settle()).toEqual({ ok: true, value: undefined });
    expect(kept).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(waiting()).toBe(0);
  });

  it('settles what was done while an earlier settlement was under way', async () => {
    const { answers, do: act, house, kept } = mirror();
    let letGo = (): void => {};
    answers(
      () =>
        new Promise((resolve) => {
          letGo = () => resolve(ok(undefined));
        }),
    );
    act('before');
    const first = house.settle();
    act('meanwhile');
    const second = house.settle();
    answers(async () => ok(undefined));
    letGo();
    await first;
    expect(await second).toMatchObject({ ok: true });
    expect(kept).toEqual(['before', 'meanwhile']);
  });

  it('says why it cannot be settled, and loses nothing', async () => {
    const { answers, do: act, house, kept, waiting } = mirror();
    answers(async () => fail('io', 'the database is away'));
    act('a', 'b');
    expect(await house.settle()).toMatchObject({ ok: false, code: 'io' });
    expect(waiting()).toBe(2);
    answers(async () => ok(undefined));
    expect(await house.settle()).toMatchObject({ ok: true });
    expect(kept).toEqual(['a', 'b']);
  });

  it('keeps the last of each row, where it came last', () => {
    const rows = [
      { name: 'account', key: '["kim"]', body: '1' },
      { name: 'account', key: '["lee"]', body: '2' },
      { name: 'account', key: '["kim"]', body: null },
    ];
    expect(lastOfEach(rows)).toEqual([rows[1], rows[2]]);
  });
});
