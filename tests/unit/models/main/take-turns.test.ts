import { fail, ok } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import { takeTurns } from '../../../../models/src/main/take-turns.js';

describe('[U] turns of a bench', () => {
  it('go forwards and backwards by run, and each gives its own median without the warm-up', async () => {
    const order: string[] = [];
    const turn = (name: string, ms: readonly number[]) => {
      const left = [...ms];
      return async () => {
        order.push(name);
        return ok(left.shift() ?? 0);
      };
    };
    const turns = [turn('a', [900, 1, 2, 3]), turn('b', [900, 30, 10, 20])];
    const now = () => 0;
    expect(await takeTurns(turns, { warmUp: 1, runs: 3, now })).toEqual(ok([2, 20]));
    expect(order.join('')).toBe('abbaabba');
  });

  it('end with the first failure', async () => {
    const broken = async () => fail('broken', 'it broke');
    const plan = { warmUp: 0, runs: 1, now: () => 0 };
    expect(await takeTurns([async () => ok(1), broken], plan)).toMatchObject({ code: 'broken' });
  });
});
