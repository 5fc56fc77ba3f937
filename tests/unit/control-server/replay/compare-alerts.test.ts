import { describe, expect, it } from 'vitest';
import type { AlertStretch } from '../../../../control-server/src/replay/alert-stretches.js';
import { compareAlerts } from '../../../../control-server/src/replay/compare-alerts.js';

/** From second to second; `to` null: to the end. */
const stretch = (from: number, to: number | null, zone = 'west'): AlertStretch => ({
  ...{ kind: 'density', zone, band: 'warning' },
  ...{ from: from * 1_000, to: to === null ? null : to * 1_000 },
});

const changes = (usual: AlertStretch[], rehearsed: AlertStretch[]) =>
  compareAlerts(usual, rehearsed).map(({ change, seconds, zone }) => [zone, change, seconds]);

describe('[U] what other rules would have changed', () => {
  it.each([
    ['nothing', [stretch(10, 20)], [stretch(10, 20)], []],
    ['a new alert', [], [stretch(10, 20)], [['west', 'new', null]]],
    ['one that is gone', [stretch(10, 20)], [], [['west', 'gone', null]]],
    ['an earlier one', [stretch(10, 20)], [stretch(4, 20)], [['west', 'earlier', 6]]],
    ['a later one', [stretch(10, null)], [stretch(15, null)], [['west', 'later', 5]]],
    ['a longer one', [stretch(10, 20)], [stretch(10, 26)], [['west', 'longer', 6]]],
    ['a shorter one', [stretch(10, null)], [stretch(10, 26)], [['west', 'shorter', null]]],
  ])('%s', (_, usual, rehearsed, expected) => {
    expect(changes(usual, rehearsed)).toEqual(expected);
  });

  it('alerts that did not stand at once are not the same', () => {
    expect(changes([stretch(10, 20)], [stretch(20, 30)])).toEqual([
      ['west', 'gone', null],
      ['west', 'new', null],
    ]);
  });

  it('of two alerts that one overlaps, the first is its counterpart', () => {
    expect(changes([stretch(10, 40)], [stretch(12, 20), stretch(30, 40)])).toEqual([
      ['west', 'later', 2],
      ['west', 'new', null],
    ]);
  });

  it('each zone for itself, in the order of time', () => {
    expect(changes([stretch(10, 20), stretch(5, 8, 'east')], [stretch(10, 20, 'north')])).toEqual([
      ['east', 'gone', null],
      ['west', 'gone', null],
      ['north', 'new', null],
    ]);
  });
});
