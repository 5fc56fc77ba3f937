import { describe, expect, it } from 'vitest';
import { KEEP } from '../../../../edge-agent/src/outbox/settled-windows.js';
import { WindowOutbox } from '../../../../edge-agent/src/outbox/window-outbox.js';
import { MemorySpool } from '../../../../edge-agent/src/spool/memory-spool.js';
import { FakeClock } from '../support/fake-clock.js';

interface Sent {
  readonly text: string;
  readonly acknowledge: () => void;
  readonly refuse: () => void;
}

/** An outbox on a fake clock, with a line whose other end is the test. */
const outbox = (change: { latePerSecond?: number; needsServer?: boolean } = {}) => {
  const clock = new FakeClock();
  const spool = new MemorySpool({ bytes: 64 * 1024 ** 2, ageMs: 48 * 3_600_000 });
  const start = () =>
    new WindowOutbox({ spool, clock, latePerSecond: 100, needsServer: true, ...change });
  let box = start();
  const sent: Sent[] = [];
  let acknowledges = true;
  const open = () =>
    box.opened({
      send: (_topic, payload, answered) => {
        const acknowledge = () => answered(true);
        const refuse = () => answered(false);
        sent.push({ text: new TextDecoder().decode(payload), acknowledge, refuse });
        if (acknowledges) acknowledge();
      },
    });
  const bytes = (text: string) => new TextEncoder().encode(text);
  return {
    clock,
    spool,
    sent,
    open,
    box: () => box,
    /** A window of a camera; the wire shows `a1` live and `a1*` late. */
    add: (name: string, topic = 'a') =>
      box.add({ topic, start: clock.now(), live: bytes(name), late: bytes(`${name}*`) }),
    acknowledge: (wanted: boolean) => {
      acknowledges = wanted;
    },
    texts: () => sent.map(({ text }) => text),
    restart: () => {
      box = start();
    },
  };
};

const heard = (house: ReturnType<typeof outbox>) => house.box().heardServer('online', false);

/** An outbox whose first window the broker has refused. */
const refusedOnce = () => {
  const house = outbox();
  house.acknowledge(false);
  house.open();
  heard(house);
  house.add('a1');
  house.sent[0]?.refuse();
  return house;
};

describe('[U] window outbox', () => {
  it('sends a window at once while the line is open, and forgets it a minute after its acknowledgement', async () => {
    const house = outbox();
    house.open();
    heard(house);
    house.add('a1');
    expect(house.texts()).toEqual(['a1']);
    await house.clock.advance(100);
    expect(house.box().waiting).toBe(0);
    for (let passed = 0; passed < KEEP; passed += 10_000) {
      expect(house.spool.content().windows).toBe(1);
      await house.clock.advance(10_000);
      heard(house);
    }
    await house.clock.advance(2_000);
    expect(house.spool.content().windows).toBe(0);
    expect(house.texts()).toEqual(['a1']);
  });

  it('after an outage sends the newest of each camera first, then history from new to old, marked late', async () => {
    const house = outbox();
    for (const second of [1, 2, 3]) {
      house.add(`a${second}`, 'a');
      house.add(`b${second}`, 'b');
      await house.clock.advance(1_000);
    }
    heard(house);
    house.open();
    expect(house.texts()).toEqual(['a3', 'b3']);
    await house.clock.advance(1_000);
    expect(house.texts().slice(2)).toEqual(['b2*', 'a2*', 'b1*', 'a1*']);
    expect(house.box()).toMatchObject({ waiting: 0, resent: 4 });
  });

  it('never lets live windows wait for history, which goes at its own rate', async () => {
    const house = outbox({ latePerSecond: 20 });
    for (let second = 0; second < 300; second += 1) {
      house.add(`a${second}`);
      await house.clock.advance(1_000);
    }
    heard(house);
    house.open();
    for (let second = 0; second < 5; second += 1) {
      house.add(`live${second}`);
      expect(house.texts().at(-1)).toBe(`live${second}`);
      await house.clock.advance(1_000);
    }
    const late = house.texts().filter((text) => text.endsWith('*'));
    expect(late).toHaveLength(100);
    expect(late.slice(0, 2)).toEqual(['a298*', 'a297*']);
  });

  it('does not fill a line that does not acknowledge', async () => {
    const house = outbox();
    for (let second = 0; second < 200; second += 1) {
      house.add(`a${second}`);
      await house.clock.advance(1_000);
    }
    house.acknowledge(false);
    house.open();
    heard(house);
    await house.clock.advance(20_000);
    expect(house.sent.length).toBe(1 + 32);
  });

  it('keeps what was acknowledged while no server was there, and sends it when one is', async () => {
    const house = outbox();
    house.open();
    house.add('a1');
    await house.clock.advance(5_000);
    expect(house.texts()).toEqual(['a1']); // live data is never held back
    expect(house.box().waiting).toBe(1);
    heard(house);
    await house.clock.advance(1_000);
    expect(house.texts()).toEqual(['a1', 'a1*']);
    expect(house.box().waiting).toBe(0);
  });

  it('takes the acknowledgement of a broker alone where the settings say so', async () => {
    const house = outbox({ needsServer: false });
    house.open();
    house.add('a1');
    await house.clock.advance(KEEP + 2_000);
    expect(house.spool.content().windows).toBe(0);
    expect(house.texts()).toEqual(['a1']);
  });

  it.each([
    [
      'the line breaks',
      (house: ReturnType<typeof outbox>) => {
        house.box().closed();
        house.open();
      },
    ],
    [
      'the server says goodbye',
      (house: ReturnType<typeof outbox>) => house.box().heardServer('offline', false),
    ],
  ] as const)('doubts what was acknowledged within the last minute when %s', async (_, fault) => {
    const house = outbox();
    house.open();
    heard(house);
    house.add('old');
    await house.clock.advance(1_000);
    for (let passed = 0; passed < 7; passed += 1) {
      await house.clock.advance(10_000);
      heard(house);
    }
    house.add('young');
    await house.clock.advance(1_000);
    fault(house);
    expect(house.box().waiting).toBe(1);
    heard(house);
    await house.clock.advance(1_000);
    expect(house.texts()).toEqual(['old', 'young', 'young*']);
  });

  it('doubts, too, when the server falls silent for half a minute', async () => {
    const house = outbox();
    house.open();
    heard(house);
    await house.clock.advance(5_000);
    house.add('a1');
    await house.clock.advance(27_000);
    expect(house.box().waiting).toBe(1);
    expect(house.box().presence.awayFor(house.clock.now())).toBeGreaterThan(1_000);
  });

  it('does not believe an `online` that the broker had kept', async () => {
    const house = outbox();
    house.open();
    house.box().heardServer('online', true);
    house.add('a1');
    await house.clock.advance(1_000);
    expect(house.box().waiting).toBe(1);
  });

  it('hears no acknowledgement of a line that is gone', async () => {
    const house = outbox();
    house.open();
    heard(house);
    house.acknowledge(false);
    house.add('a1');
    house.box().closed();
    house.sent[0]?.acknowledge();
    await house.clock.advance(100);
    expect(house.box().waiting).toBe(1);
  });

  it('after its death sends what the spool still holds, in the same order of ids', async () => {
    const house = outbox();
    house.add('a1');
    house.add('a2');
    await house.clock.advance(100);
    house.box().stop();
    house.restart();
    house.add('a3');
    heard(house);
    house.open();
    await house.clock.advance(1_000);
    expect(house.texts()).toEqual(['a3', 'a2*', 'a1*']);
  });

  it('writes the windows of a tick in one transaction', async () => {
    const house = outbox();
    let transactions = 0;
    const append = house.spool.append.bind(house.spool);
    house.spool.append = (windows, now) => {
      transactions += 1;
      return append(windows, now);
    };
    for (let camera = 0; camera < 30; camera += 1) house.add('a1', `camera-${camera}`);
    await house.clock.advance(1_000);
    expect(transactions).toBe(1);
    expect(house.spool.content().windows).toBe(30);
  });

  it('[EH1] keeps what the broker refuses, and sends no history for half a minute after it', async () => {
    const house = refusedOnce();
    await house.clock.advance(1_000);
    expect(house.box().isBusy).toBe(false);
    expect(house.box().waiting).toBe(1);
    expect(house.texts()).toEqual(['a1']);
    for (let passed = 0; passed < 30_000; passed += 10_000) {
      heard(house);
      await house.clock.advance(10_000);
    }
    expect(house.texts()).toEqual(['a1', 'a1*']);
  });

  it('[EH1] does not wait for a time that was before the clock went back', async () => {
    const house = refusedOnce();
    house.clock.set(-3_600_000);
    heard(house);
    await house.clock.advance(2_000);
    expect(house.texts()).toEqual(['a1', 'a1*']);
  });
});
