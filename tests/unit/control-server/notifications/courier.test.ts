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
import { VENUE } from '../support/venue.js';
import { memoryNotifications } from './memory-notifications.js';
import { AT, densityAlert } from './sample-alerts.js';

const delivery = (key = 'one', change: Partial<Delivery> = {}): Delivery => ({
  ...{ key, channel: 'hook', recipient: null, createdAt: AT, attempts: 0, nextAt: AT },
  message: tell({ kind: 'raised' }, densityAlert(), VENUE, AT),
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
    const message = tell({ kind: 'raised' }, densityAlert({ priority: 'critical' }), VENUE, AT);
    courier.accept([delivery('least', { createdAt: AT - 1 })]);
    courier.accept(
      Array.from({ length: MAX_WAITING }, (_, index) => delivery(`grave-${index}`, { message })),
    );
    expect(courier.waiting).toBe(MAX_WAITING);
    expect(settled).toEqual(['hook dropped']);
    expect(acts).toMatchObject([{ details: { reason: 'queue-full' } }]);
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
