import { fail, ok } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import { LeaseHolder, type LeaseLoss } from '../../../../control-server/src/lease/lease-holder.js';
import type { StoreResult } from '../../../../control-server/src/store/measurement-store.js';

/** A lease of 6 s taken at 0, and a database that answers as it is told. */
const held = () => {
  let now = 0;
  let answer: () => Promise<StoreResult<boolean>> = async () => ok(true);
  const asked: number[] = [];
  const losses: LeaseLoss[] = [];
  const renewals: number[] = [];
  const holder = new LeaseHolder(
    7,
    { at: 0, seconds: 6 },
    {
      store: {
        renew: (epoch, seconds) => {
          expect([epoch, seconds]).toEqual([7, 6]);
          asked.push(now);
          return answer();
        },
      },
      steady: { now: () => now },
      seconds: 6,
      onRenewed: (at) => renewals.push(at),
      onLost: (loss) => losses.push(loss),
    },
  );
  return {
    ...{ holder, asked, losses, renewals },
    answers: (next: () => Promise<StoreResult<boolean>>) => {
      answer = next;
    },
    /** The process is stopped for a while. */
    sleep: (milliseconds: number) => {
      now += milliseconds;
    },
    /** Time passes, a quarter of a second each. */
    until: async (milliseconds: number) => {
      while (now < milliseconds) {
        now += 250;
        holder.step();
        await Promise.resolve();
        await Promise.resolve();
      }
    },
  };
};

describe('[U] a lease that is held', () => {
  it('is renewed three times in its life', async () => {
    const { asked, holder, renewals, until } = held();
    await until(20_000);
    expect(asked).toEqual([
      2_000, 4_000, 6_000, 8_000, 10_000, 12_000, 14_000, 16_000, 18_000, 20_000,
    ]);
    expect(renewals).toEqual(asked);
    expect(holder.isHeld()).toBe(true);
  });

  it('[OW2] ends for its owner before it ends in the database, where nobody answers', async () => {
    const { answers, losses, until, holder } = held();
    answers(() => new Promise(() => {}));
    await until(5_250);
    expect(holder.isHeld()).toBe(true);
    await until(5_500);
    expect(holder.isHeld()).toBe(false);
    expect(losses).toEqual(['ran-out']);
  });

  it('is reckoned from before the database was asked, however late the answer comes', async () => {
    const { answers, holder, until } = held();
    let answerNow = (_: StoreResult<boolean>): void => {};
    answers(
      () =>
        new Promise((resolve) => {
          answerNow = resolve;
        }),
    );
    await until(5_000);
    answerNow(ok(true)); // of the question at 2 s
    answers(() => new Promise(() => {}));
    await until(7_250);
    expect(holder.isHeld()).toBe(true);
    await until(7_500);
    expect(holder.isHeld()).toBe(false);
  });

  it('is asked for again at once where the database fails, and goes on once it works', async () => {
    const { answers, asked, holder, until } = held();
    answers(async () => fail('io', 'away'));
    await until(2_500);
    expect(asked).toEqual([2_000, 2_250, 2_500]);
    answers(async () => ok(true));
    await until(9_000);
    expect(holder.isHeld()).toBe(true);
  });

  it('is lost at once where another has taken it, and that is told once', async () => {
    const { answers, asked, losses, until } = held();
    answers(async () => ok(false));
    await until(10_000);
    expect(losses).toEqual(['taken']);
    expect(asked).toEqual([2_000]);
  });

  it('is not asked for again by a server that was stopped for longer than it lasted', async () => {
    const { asked, losses, sleep, until } = held();
    await until(2_000);
    sleep(10_000);
    await until(14_000);
    expect(asked).toEqual([2_000]);
    expect(losses).toEqual(['ran-out']);
  });
});
