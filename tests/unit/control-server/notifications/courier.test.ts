import { beforeEach, describe, expect, it } from 'vitest';
import type { Act } from '../../../../control-server/src/audit/recorder.js';
import { nextAttempt } from '../../../../control-server/src/notifications/backoff.js';
import { Courier } from '../../../../control-server/src/notifications/courier.js';
import {
  type Delivery,
  failed,
  type SendOutcome,
} from '../../../../control-server/src/notifications/delivery.js';
import { MAX_WAITING } from '../../../../control-server/src/notifications/outbox.js';
import { tell } from '../../../../control-server/src/notifications/tell.js';
import { memoryNotifications } from './memory-notifications.js';
import { AT, densityAlert, TELLING } from './sample-alerts.js';

const MESSAGE = tell({ kind: 'raised' }, densityAlert(), TELLING);

const delivery = (key = 'one', change: Partial<Delivery> = {}): Delivery => ({
  ...{ key, channel: 'hook', recipient: null, createdAt: AT, attempts: 0, nextAt: AT },
  message: MESSAGE,
  ...change,
});

let now: number;
let answers: SendOutcome[];
let sent: string[];
let settled: string[];
let acts: Act[];
let memory: ReturnType<typeof memoryNotifications>;
beforeEach(() => {
  [now, answers, sent, settled, acts] = [AT, [], [], [], []];
  memory = memoryNotifications();
});

const open = (): Courier =>
  new Courier({
    channels: new Map([
      [
        'hook',
        {
          ...{ id: 'hook', kind: 'webhook' },
          send: async ({ key }) => {
            sent.push(key);
            return answers.shift() ?? { ok: true };
          },
        },
      ],
    ]),
    store: memory.store,
    recorder: { note: (act) => void acts.push(act) },
    clock: { now: () => now },
    random: () => 1,
    onSettled: (channel, outcome) => void settled.push(`${channel} ${outcome}`),
  });

describe('[U] bringing messages to people', () => {
  it('one alert and change is told once, however often it is heard, and after a restart', async () => {
    const courier = open();
    courier.accept([delivery(), delivery()]);
    await courier.pump();
    courier.accept([delivery()]);
    await courier.pump();
    const restarted = open();
    restarted.accept([delivery()]);
    await restarted.pump();
    expect(sent).toEqual(['one']);
    expect(acts).toMatchObject([
      { action: 'notification-sent', subject: 'density-east-1', details: { channel: 'hook' } },
    ]);
  });

  it('what failed is tried again, later and later, and goes on after a restart', async () => {
    answers = [failed('http-503', true), failed('http-503', true)];
    const courier = open();
    courier.accept([delivery()]);
    await courier.pump();
    now += 1_999;
    await courier.pump();
    expect(sent).toHaveLength(1);
    now += 1;
    await courier.pump();
    expect(sent).toHaveLength(2);
    const restarted = open();
    now += 4_000;
    await restarted.pump();
    expect(settled).toEqual(['hook sent']);
    expect(acts).toMatchObject([{ action: 'notification-sent', details: { attempt: 3 } }]);
  });

  it('what is refused is not tried again, and a recipient that is gone is forgotten', async () => {
    answers = [{ ok: false, code: 'http-410', retry: false, gone: true }];
    const courier = open();
    courier.accept([delivery('one', { recipient: 'sam' })]);
    await courier.pump();
    now += 3_600_000;
    await courier.pump();
    expect(sent).toHaveLength(1);
    expect(memory.removed).toEqual(['sam']);
    expect(acts).toMatchObject([
      { action: 'notification-failed', outcome: 'failed', details: { reason: 'http-410' } },
    ]);
  });

  it('a channel that is no longer set fails plainly', async () => {
    const courier = open();
    courier.accept([delivery('one', { channel: 'fax' })]);
    await courier.pump();
    expect(settled).toEqual(['fax failed']);
  });

  it('a store that fails stops nobody from being told, and nothing is told twice', async () => {
    memory.state.isBroken = true;
    const courier = open();
    courier.accept([delivery(), delivery()]);
    await courier.pump();
    await courier.pump();
    expect(sent).toEqual(['one']);
  });

  it('DROP_LEAST_URGENT: what is least grave gives way, and is counted and on record', () => {
    const courier = open();
    const message = tell({ kind: 'raised' }, densityAlert({ priority: 'critical' }), TELLING);
    courier.accept([delivery('least', { createdAt: AT - 1 })]);
    courier.accept(
      Array.from({ length: MAX_WAITING }, (_, index) => delivery(`grave-${index}`, { message })),
    );
    expect(courier.waiting).toBe(MAX_WAITING);
    expect(settled).toEqual(['hook dropped']);
    expect(acts).toMatchObject([{ details: { reason: 'queue-full' } }]);
  });
});

describe('[U] messages of a drill', () => {
  const drill = (key: string, change: Partial<Delivery> = {}): Delivery =>
    delivery(key, {
      message: tell({ kind: 'unanswered' }, densityAlert({ priority: 'emergency' }), {
        ...TELLING,
        isDrill: true,
      }),
      ...change,
    });

  it('[DR8] what is real goes first, however mild, and a drill gives way to it', async () => {
    const courier = open();
    courier.accept([drill('drill', { createdAt: AT - 1 }), delivery('real')]);
    await courier.pump();
    expect(sent).toEqual(['real', 'drill']);
    courier.accept(Array.from({ length: MAX_WAITING }, (_, index) => delivery(`real-${index}`)));
    courier.accept([drill('another')]);
    expect(acts.at(-1)).toMatchObject({ subject: 'drill/density-east-1' });
    expect(acts.at(-1)).toMatchObject({ details: { reason: 'queue-full' } });
  });

  it('[DR8] what waits when the drill ends, or the server, is told no more', async () => {
    answers = [failed('http-503', true)];
    const courier = open();
    courier.accept([drill('tried')]);
    await courier.pump();
    courier.accept([drill('kept')]);
    const restarted = open();
    now += 60_000;
    await restarted.pump();
    expect(sent).toEqual(['tried']);
    courier.withdrawDrill();
    await courier.pump();
    expect(sent).toEqual(['tried']);
    expect(acts.at(-1)).toMatchObject({ details: { reason: 'drill-over' } });
  });

  it('[DR8] what fails on its way while the drill ends is not tried again', async () => {
    answers = [failed('http-503', true)];
    const courier = open();
    courier.accept([drill('under way')]);
    const pumped = courier.pump();
    courier.withdrawDrill();
    await pumped;
    now += 60_000;
    await courier.pump();
    expect(sent).toEqual(['under way']);
    expect(settled).toEqual(['hook failed']);
  });
});

describe('[U] when to try again', () => {
  it('after 2 s, doubling to a minute, of which half is chance', () => {
    const wait = (attempts: number, random: number) =>
      (nextAttempt({ attempts, createdAt: AT }, AT, random) ?? 0) - AT;
    expect([1, 2, 3, 6, 20].map((attempts) => wait(attempts, 1))).toEqual([
      ...[2_000, 4_000, 8_000, 60_000, 60_000],
    ]);
    expect(wait(1, 0)).toBe(1_000);
  });

  it('as late as the other side asks, up to 5 minutes, and never once it is half an hour old', () => {
    const tried = { attempts: 1, createdAt: AT };
    expect(nextAttempt(tried, AT, 1, 30_000)).toBe(AT + 30_000);
    expect(nextAttempt(tried, AT, 1, 9e9)).toBe(AT + 300_000);
    expect(nextAttempt(tried, AT + 1_799_000, 1)).toBeUndefined();
  });
});
