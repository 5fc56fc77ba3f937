import { describe, expect, it } from 'vitest';
import { BusyError, Turns } from '../../../../../control-server/src/adapters/access/turns.js';

/** Turns of one place, and pieces of work that end when a test says so. */
const oneAtATime = (maxWaiting: number) => {
  const turns = new Turns(1, maxWaiting);
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

  it('work that fails leaves its place', async () => {
    const turns = new Turns(1, 0);
    await expect(turns.take(false, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await turns.take(false, async () => 'next')).toBe('next');
  });
});
