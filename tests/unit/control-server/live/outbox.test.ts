import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Changes,
  mergeChanges,
  noChanges,
} from '../../../../control-server/src/live/live-feed.js';
import {
  dispatch,
  MAX_HELD_ALERTS,
  type Outbox,
  openOutbox,
} from '../../../../control-server/src/live/outbox.js';

const changes = (zones: Record<string, string>, alerts: readonly string[] = []): Changes => ({
  state: { ...noChanges.state, zones: new Map(Object.entries(zones)) },
  alerts,
});

describe('[U] outbox of a live client', () => {
  it('[LV2] a client that keeps up gets each delta, numbered without gaps', () => {
    let outbox: Outbox = openOutbox;
    for (const expected of [0, 1, 2]) {
      const [next, action] = dispatch(outbox, changes({ west: '1' }), false);
      expect(action).toMatchObject({ kind: 'send', sequence: expected });
      outbox = next;
    }
  });

  it('[LV5] a slow client gets the latest value per key in one delta once it has drained', () => {
    const [first] = dispatch(openOutbox, changes({ west: '1', east: '1' }), true);
    const [second] = dispatch(first, changes({ west: '2' }), true);
    const [, action] = dispatch(second, changes({}), false);
    expect(action).toEqual({
      kind: 'send',
      sequence: 0,
      changes: changes({ west: '2', east: '1' }),
    });
  });

  it('[LV7] a delta in which nothing changed is sent too: it says that the server is there', () => {
    expect(dispatch(openOutbox, noChanges, false)[1].kind).toBe('send');
  });

  it('[LV5] alert transitions are never merged or dropped, and keep their order', () => {
    const step = fc.record({ slow: fc.boolean(), alerts: fc.array(fc.string(), { maxLength: 4 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let outbox: Outbox = openOutbox;
        const received: string[] = [];
        const numbers: number[] = [];
        for (const { slow, alerts } of [...steps, { slow: false, alerts: [] }]) {
          const [next, action] = dispatch(outbox, changes({}, alerts), slow);
          outbox = next;
          if (action.kind !== 'send') continue;
          received.push(...action.changes.alerts);
          numbers.push(action.sequence);
        }
        expect(received).toEqual(steps.flatMap(({ alerts }) => alerts));
        expect(numbers).toEqual(numbers.map((_, index) => index));
      }),
    );
  });

  it('a client that stopped reading is given up', () => {
    const flood = Array.from({ length: MAX_HELD_ALERTS + 1 }, () => '{}');
    expect(dispatch(openOutbox, changes({}, flood), true)[1].kind).toBe('give-up');
  });
});

describe('[U] live changes', () => {
  it('merge to what applying them one after the other gives', () => {
    const values = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.string());
    fc.assert(
      fc.property(values, values, (earlier, later) => {
        const merged = mergeChanges(changes(earlier), changes(later));
        expect(Object.fromEntries(merged.state.zones)).toEqual({ ...earlier, ...later });
      }),
    );
  });
});
