import type { Alert, ShowStop } from '@throng/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SOUNDS, soundFor } from '../../../../dashboard/src/state/alert-sounds.js';
import { isFlood, raisedLately } from '../../../../dashboard/src/state/flood.js';
import { SHORTCUTS, shortcutOf } from '../../../../dashboard/src/state/shortcut.js';
import { densityAlert } from '../live-samples.js';

const heard = (...alerts: readonly Alert[]) => ({
  alerts: new Map(alerts.map((alert) => [alert.id, alert])),
});
const alert = densityAlert;
const called = (times: number): Alert =>
  alert('a', {
    priority: 'critical',
    handling: {
      at: null,
      acknowledged: null,
      assignee: null,
      shelved: null,
      unanswered: times,
      comments: [],
    },
  });

describe('[U] sounds', () => {
  it.each(['warning', 'critical', 'emergency'] as const)(
    '[CR1] a new %s has its own sound',
    (priority) => {
      expect(soundFor(heard(), heard(alert('a', { priority })))).toBe(priority);
    },
  );

  it('[CR1] of several only the most urgent sounds, and a watch is silent', () => {
    const several = heard(
      alert('a', { priority: 'warning' }),
      alert('b', { priority: 'emergency' }),
      alert('c', { category: 'system' }),
    );
    expect(soundFor(heard(), several)).toBe('emergency');
    expect(soundFor(heard(), heard(alert('a', { priority: 'watch' })))).toBeNull();
    expect(soundFor(heard(), heard(alert('c', { category: 'system' })))).toBe('system');
  });

  it('[CR1] an alert that nobody answers sounds each time it is called out again', () => {
    expect(soundFor(heard(called(0)), heard(called(1)))).toBe('unanswered');
    expect(soundFor(heard(called(1)), heard(called(1)))).toBeNull();
    expect(soundFor(heard(called(1)), heard(called(2)))).toBe('unanswered');
  });

  it('[CR2] the first picture and what clears are silent, but for what nobody has answered', () => {
    const standing = heard(alert('a', { priority: 'emergency' }));
    expect(soundFor(null, standing)).toBeNull();
    expect(soundFor(null, heard(called(3)))).toBe('unanswered');
    expect(soundFor(standing, heard(alert('a', { state: 'cleared' })))).toBeNull();
    expect(soundFor(standing, heard(alert('a', { priority: 'warning' })))).toBeNull();
  });

  it('[CR1] asking to stop the show comes before all', () => {
    const running: ShowStop = { verified: true, ask: null, stop: null, last: null };
    const at = '2026-07-04T20:00:00.000Z';
    const asked: ShowStop = { ...running, ask: { by: 'ada', at, lapsesAt: at, order: null } };
    const now = { ...heard(alert('a', { priority: 'emergency' })), showStop: asked };
    expect(soundFor({ ...heard(), showStop: running }, now)).toBe(SOUNDS[0]);
    expect(soundFor(now, now)).toBeNull();
  });
});

describe('[U] keys', () => {
  const plain = { ctrlKey: false, altKey: false, metaKey: false, isTyping: false };

  it('[CR3] each key of the list does what the list says', () => {
    for (const [key, shortcut] of Object.entries(SHORTCUTS)) {
      expect(shortcutOf({ ...plain, key })).toBe(shortcut);
    }
    expect(shortcutOf({ ...plain, key: 'x' })).toBeNull();
    expect(shortcutOf({ ...plain, key: 'toString' })).toBeNull();
  });

  it('[CR3] none does anything while somebody writes, or with another key held', () => {
    for (const key of Object.keys(SHORTCUTS)) {
      for (const held of ['ctrlKey', 'altKey', 'metaKey', 'isTyping']) {
        expect(shortcutOf({ ...plain, key, [held]: true })).toBeNull();
      }
    }
  });
});

describe('[U] floods', () => {
  it('[CR4] counts what was raised within ten minutes', () => {
    const now = Date.parse('2026-07-04T20:10:00.000Z');
    const at = (raisedAt: string) => alert(raisedAt, { raisedAt });
    const alerts = ['20:00:00', '20:00:01', '20:09:59'].map((time) =>
      at(`2026-07-04T${time}.000Z`),
    );
    expect(raisedLately(alerts, now)).toBe(2);
  });

  it('[CR4] begins above ten and lasts until fewer than five', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (counts) => {
        let is = false;
        for (const count of counts) {
          const was = is;
          is = isFlood(was, count);
          if (is && !was) expect(count).toBeGreaterThan(10);
          if (!is && was) expect(count).toBeLessThan(5);
        }
      }),
    );
  });
});
