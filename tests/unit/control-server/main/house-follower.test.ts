import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, ok } from '@throng/contract';
import { afterAll, describe, expect, it } from 'vitest';
import type { NumberedChange } from '../../../../control-server/src/adapters/postgres/house-table.js';
import { HouseFollower } from '../../../../control-server/src/main/cluster/house-follower.js';

const folder = mkdtempSync(join(tmpdir(), 'throng-follower-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const secret = (changed: number, name: string, isErased = false): NumberedChange => ({
  name: 'house_secret',
  key: JSON.stringify([name]),
  body: isErased ? null : JSON.stringify({ name, text: `of ${name}` }),
  changed,
});

describe('[U] a standby that follows the house', () => {
  it('reads what is new, waits out a database that is away, and begins anew after half a day without it', async () => {
    let now = 0;
    let kept: NumberedChange[] = [];
    let isAway = false;
    const asked: number[] = [];
    const follower = new HouseFollower(
      join(folder, 'house.db'),
      async (number) => {
        asked.push(number);
        if (isAway) return fail('io', 'away');
        return ok(kept.filter(({ changed }) => changed > number).slice(0, 2));
      },
      { now: () => now },
    );
    kept = [secret(1, 'a'), secret(2, 'b'), secret(3, 'c')];
    expect(await follower.follow()).toMatchObject({ ok: true });
    expect(asked).toEqual([0, 2, 3]);
    isAway = true;
    now = 43_000_000;
    expect(await follower.follow()).toMatchObject({ ok: false });
    isAway = false;
    kept = [secret(3, 'c'), secret(4, 'a', true)];
    expect(await follower.follow()).toMatchObject({ ok: true });
    expect(asked.slice(3)).toEqual([3, 3, 4]);
    isAway = true;
    await follower.follow();
    now += 43_200_001;
    isAway = false;
    kept = [secret(3, 'c')]; // that b was erased is told no more
    expect(await follower.follow()).toMatchObject({ ok: true });
    const names = follower.copy.own().prepare('SELECT name FROM house_secret').pluck().all();
    expect(names).toEqual(['c']);
    follower.copy.close();
  });
});
