import { afterEach, describe, expect, it, vi } from 'vitest';
import { BusyError, Turns } from '../../../../../control-server/src/adapters/access/turns.js';

const PATIENCE = 10_000;

/** Turns of one place, and pieces of work that end when a test says so. */
const oneAtATime = (maxWaiting: number) => {
  const turns = new Turns(1, maxWaiting, PATIENCE);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const take = (name: string, isKnown: boolean) =>
    turns.take(isKnown, () => {
      begun.push(name);
      return new Promise<void>((resolve) => ends.set(name, resolve));
    });
  const end = async (name: string): Promise<void> => {
    ends.get(name)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { take, end, begun };
};

afterEach(() => void vi.useRealTimers());

describe('[U] turns', () => {
  it('who is known goes before strangers who came earlier', async () => {
    const { begun, end, take } = oneAtATime(10);
    const all = [take('first', false), take('stranger', false), take('owner', true)];
    await end('first');
    await end('owner');
    await end('stranger');
    await Promise.all(all);
    expect(begun).toEqual(['first', 'owner', 'stranger']);
  });

  it('as many strangers as can wait keep no owner out', async () => {
    const { begun, end, take } = oneAtATime(2);
    const all = [take('first', false), take('a', false), take('b', false)];
    await expect(take('c', false)).rejects.toBeInstanceOf(BusyError);
    all.push(take('owner', true));
    for (const name of ['first', 'owner', 'a', 'b']) await end(name);
    await Promise.all(all);
    expect(begun).toEqual(['first', 'owner', 'a', 'b']);
  });

  it('a stranger whom others keep passing is told in time, and leaves the place to the next', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { begun, end, take } = oneAtATime(1);
    const first = take('first', false);
    const passed = expect(take('passed', false)).rejects.toThrow('no turn within 10000 ms');
    vi.advanceTimersByTime(PATIENCE);
    await passed;
    const next = take('next', false);
    vi.advanceTimersByTime(PATIENCE - 1);
    await end('first');
    vi.advanceTimersByTime(PATIENCE);
    await end('next');
    await Promise.all([first, next]);
    expect(begun).toEqual(['first', 'next']);
  });

  it('work that fails leaves its place', async () => {
    const turns = new Turns(1, 0, PATIENCE);
    await expect(turns.take(false, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await turns.take(false, async () => 'next')).toBe('next');
  });
});
