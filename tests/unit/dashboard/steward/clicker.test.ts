import { describe, expect, it } from 'vitest';
import { patterns, vibration } from '../../../../dashboard/src/steward/alarm.js';
import {
  clicked,
  sentCount,
  startClicker,
  stopped,
} from '../../../../dashboard/src/steward/clicker.js';

const AT = Date.UTC(2026, 6, 4, 20);

describe('[U] the clicker', () => {
  it('counts up and down, never below nobody, and no longer once it is stopped', () => {
    let clicker = startClicker({ kind: 'passage', id: 'gate' }, AT);
    for (const by of [-1, 1, 1, -1, 1] as const) clicker = clicked(clicker, 'first', by);
    clicker = clicked(clicker, 'second', 1);
    clicker = stopped(clicker, AT + 60_000);
    clicker = clicked(stopped(clicker, AT + 90_000), 'first', 1);
    expect(sentCount(clicker, 'id')).toEqual({
      id: 'id',
      from: '2026-07-04T20:00:00.000Z',
      to: '2026-07-04T20:01:00.000Z',
      counted: { kind: 'passage', passage: 'gate', in: 2, out: 1 },
    });
  });

  it('a zone’s count is who is in it', () => {
    const clicker = clicked(startClicker({ kind: 'zone', id: 'east' }, AT), 'first', 1);
    expect(sentCount(stopped(clicker, AT), 'id').counted).toEqual({
      ...{ kind: 'zone', zone: 'east', persons: 1 },
    });
  });
});

describe('[U] sounds by priority', () => {
  it('the graver, the higher, the faster and the more', () => {
    const [warning, critical, emergency] = [
      patterns.warning,
      patterns.critical,
      patterns.emergency,
    ];
    for (const [less, more] of [
      [warning, critical],
      [critical, emergency],
    ] as const) {
      expect(more.pitch).toBeGreaterThan(less.pitch);
      expect(more.beeps).toBeGreaterThan(less.beeps);
      expect(more.length + more.pause).toBeLessThan(less.length + less.pause);
    }
    expect(vibration(warning)).toEqual([220, 200, 220, 200, 220]);
  });
});
