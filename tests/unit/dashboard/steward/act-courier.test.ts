import type { AlertAct } from '@throng/contract';
import { beforeEach, describe, expect, it } from 'vitest';
import { actCourier, type CourierState } from '../../../../dashboard/src/steward/act-courier.js';
import { type KeptAct, readActs, TOO_OLD } from '../../../../dashboard/src/steward/kept-acts.js';

let now: number;
let isOnline: boolean;
let me: string | null;
let refusal: string | null;
let done: { alert: string; act: AlertAct }[];
let saved: readonly KeptAct[];
let shown: CourierState;
beforeEach(() => {
  [now, isOnline, me, refusal, done, saved] = [1_000_000, true, 'sam', null, [], []];
});

const open = () =>
  actCourier({
    act: async (alert, act) => {
      if (!isOnline) return 'unreachable';
      if (refusal !== null) return refusal;
      done.push({ alert, act });
      return null;
    },
    me: () => me,
    now: () => now,
    load: () => saved,
    save: (acts) => {
      saved = acts;
    },
    onChange: (state) => {
      shown = state;
    },
    lateNote: ({ kind }) => `${kind} was tapped earlier`,
  });

describe('[U] a steward’s taps', () => {
  it('“On it” answers and takes the alert', async () => {
    await open().tap('a', 'on-it');
    expect(done.map(({ act }) => act)).toEqual([
      { kind: 'acknowledge' },
      { kind: 'assign', to: 'sam' },
    ]);
    expect(shown).toEqual({ kept: [], news: null });
  });

  it('without network a tap is kept, over a reload too, and sent once, with its time', async () => {
    isOnline = false;
    const courier = open();
    await courier.tap('a', 'help');
    await courier.tap('a', 'help');
    expect(saved).toEqual([{ alert: 'a', kind: 'help', tappedAt: 1_000_000 }]);
    const reloaded = open();
    expect(shown.kept).toHaveLength(1);
    now += 60_000;
    isOnline = true;
    await reloaded.flush();
    expect(done.map(({ act }) => act)).toEqual([
      { kind: 'call-for-help' },
      { kind: 'comment', text: 'help was tapped earlier' },
    ]);
    expect(shown.news).toMatchObject({ sentAt: 1_060_000, code: null });
    expect(saved).toEqual([]);
  });

  it('one that waited longer than ten minutes is refused, and said so', async () => {
    isOnline = false;
    const courier = open();
    await courier.tap('a', 'on-it');
    now += TOO_OLD + 1;
    isOnline = true;
    await courier.flush();
    expect(done).toEqual([]);
    expect(shown).toMatchObject({ kept: [], news: { code: 'too-old', sentAt: null } });
  });

  it('what the server refuses is told and not tried again', async () => {
    refusal = 'cleared';
    await open().tap('a', 'help');
    expect(shown).toMatchObject({ kept: [], news: { code: 'cleared' } });
  });

  it('waits until it is known who taps', async () => {
    me = null;
    const courier = open();
    await courier.tap('a', 'on-it');
    expect(done).toEqual([]);
    me = 'sam';
    await courier.flush();
    expect(done).toHaveLength(2);
  });

  it('what was stored by whatever release is read, or left', () => {
    expect(readActs(null)).toEqual([]);
    expect(readActs('nonsense')).toEqual([]);
    expect(readActs('[{"alert": 7}]')).toEqual([]);
  });
});
