import { type ClockStanding, HOLD_MS } from '@throng/host';
import { GuardedClock, tellClock } from '@throng/host/adapters';
import { describe, expect, it } from 'vitest';

const HOUR = 3_600_000;
const START = Date.parse('2026-07-04T19:30:00Z');

/** A machine whose clocks a test moves. */
const machine = (booted: number | null = 50_000) => {
  const at = { awake: 1_000, ahead: 0, slept: 0, vouches: false };
  const timers: { at: number; action: () => void }[] = [];
  const told: ClockStanding[] = [];
  const clock = new GuardedClock({
    wall: () => START + at.awake + at.slept + at.ahead,
    awake: () => at.awake,
    sinceBoot: () => (booted === null ? undefined : booted + at.awake + at.slept),
    isVouchedFor: async () => at.vouches,
    after: (milliseconds, action) => {
      timers.push({ at: at.awake + milliseconds, action });
    },
  });
  clock.onChange((standing) => told.push(standing));
  const pass = async (milliseconds: number): Promise<void> => {
    at.awake += milliseconds;
    for (const due of timers.filter((timer) => timer.at <= at.awake)) {
      timers.splice(timers.indexOf(due), 1);
      due.action();
    }
    await new Promise(setImmediate); // the question is answered
  };
  return { at, clock, pass, timers, told, truth: () => START + at.awake + at.slept };
};

describe('[U] the clock of a process', () => {
  it('is the machine’s own while nobody sets it', async () => {
    const { at, clock, pass, told, truth } = machine();
    await pass(HOUR);
    at.ahead = -40;
    expect(clock.now()).toBe(truth() - 40);
    expect(clock.heldBy).toBeUndefined();
    expect(told).toEqual([]);
  });

  it('goes on when the machine’s is set, says so once, and is right again with it', async () => {
    const { at, clock, pass, told, truth } = machine();
    at.ahead = HOUR;
    expect(clock.now()).toBe(truth());
    expect(clock.heldBy).toBe(3_600);
    await pass(45_000);
    expect(clock.now()).toBe(truth());
    at.ahead = 0;
    expect(clock.now()).toBe(truth());
    expect(clock.heldBy).toBeUndefined();
    expect(told).toEqual([{ kind: 'held', ahead: HOUR }, { kind: 'followed' }]);
  });

  it('asks the machine after the step, and takes the new time when it vouches for it', async () => {
    const { at, clock, pass, timers, told, truth } = machine();
    at.ahead = -HOUR;
    clock.now();
    clock.now();
    expect(timers).toHaveLength(1);
    await pass(10_000);
    expect(clock.now()).toBe(truth());
    expect(timers).toHaveLength(1);
    at.vouches = true;
    await pass(10_000);
    expect(clock.now()).toBe(truth() - HOUR);
    expect(told.map(({ kind }) => kind)).toEqual(['held', 'taken-over']);
    await pass(10_000);
    expect(timers).toEqual([]);
  });

  it('takes a time that nobody vouches for when it has stood for long enough', async () => {
    const { at, clock, pass, truth } = machine();
    at.ahead = HOUR;
    clock.now();
    await pass(HOLD_MS - 1);
    expect(clock.now()).toBe(truth());
    await pass(1);
    expect(clock.now()).toBe(truth() + HOUR);
  });

  it('follows a machine that slept: time went on, though its steady clock did not', () => {
    const { at, clock, told, truth } = machine();
    at.slept = 8 * HOUR;
    expect(clock.now()).toBe(truth());
    expect(told).toEqual([]);
    at.slept = 9 * HOUR;
    at.ahead = HOUR;
    expect(clock.now()).toBe(truth());
    expect(clock.heldBy).toBe(3_600);
  });

  it('where nobody tells of sleep, a long one is a step like any other', () => {
    const { at, clock } = machine(null);
    at.slept = HOUR;
    clock.now();
    expect(clock.heldBy).toBe(3_600);
  });

  it('tells the log what happened, with the remedy', () => {
    const lines: [string, object, string][] = [];
    const log = {
      info: (details: object, message: string) => void lines.push(['info', details, message]),
      warn: (details: object, message: string) => void lines.push(['warn', details, message]),
    };
    const tell = tellClock(log);
    tell({ kind: 'held', ahead: HOUR });
    tell({ kind: 'taken-over', by: -1_234 });
    tell({ kind: 'followed' });
    expect(lines).toMatchObject(
      [
        [
          'warn',
          { aheadSeconds: 3_600, remedy: expect.stringContaining('timedatectl') },
          /was set/,
        ],
        ['warn', { bySeconds: -1.2 }, /has jumped/],
        ['info', {}, /as it was/],
      ].map(([level, details, words]) => [level, details, expect.stringMatching(words as RegExp)]),
    );
  });
});
