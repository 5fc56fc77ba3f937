import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changed,
  type History,
  historyOf,
  redone,
  undone,
} from '../../../../dashboard/src/state/editor/history.js';

const times = (
  count: number,
  step: (so: History<number>) => History<number>,
  from: History<number>,
) => Array.from({ length: count }).reduce<History<number>>(step, from);

describe('[U] a history', () => {
  it('goes back to the first value and forth to the last, however long it is', () => {
    const values = fc.uniqueArray(fc.integer({ min: 1 }), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(values, (list) => {
        const whole = list.reduce((so, each) => changed(so, each), historyOf(0));
        const first = times(list.length, undone, whole);
        expect(first).toMatchObject({ present: 0, past: [] });
        expect(times(list.length, redone, first)).toMatchObject({
          present: list.at(-1),
          past: [0, ...list.slice(0, -1)],
        });
      }),
    );
  });

  it('has nothing to undo at its begin, and nothing to redo after a new change', () => {
    expect(undone(historyOf(1))).toEqual(historyOf(1));
    const other = changed(undone(changed(historyOf(1), 2)), 3);
    expect(redone(other)).toEqual(other);
    expect(undone(other).present).toBe(1);
  });

  it('takes changes about the same as one step, but not across another one or an undo', () => {
    const typed = changed(changed(historyOf('a'), 'ab', 'name'), 'abc', 'name');
    expect(undone(typed).present).toBe('a');
    const mixed = changed(changed(typed, 'x', 'kind'), 'y', 'name');
    expect(undone(mixed).present).toBe('x');
    const again = changed(redone(undone(typed)), 'abcd', 'name');
    expect(undone(again).present).toBe('abc');
  });

  it('does not count a change that changes nothing', () => {
    const so = historyOf('same');
    expect(changed(so, 'same')).toBe(so);
  });
});
