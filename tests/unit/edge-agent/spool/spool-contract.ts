import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type {
  SpooledWindow,
  SpoolLimits,
  WindowSpool,
} from '../../../../edge-agent/src/ports/window-spool.js';

export const NOW = Date.UTC(2026, 6, 4, 19, 30);
const ROOM: SpoolLimits = { bytes: 64 * 1024 ** 2, ageMs: 48 * 3_600_000 };

/** Window number `id` of a camera, a second after the one before. */
export const spooled = (id: number, camera = 'west', bytes = 100): SpooledWindow => ({
  id,
  topic: `throng/v1/hall/box-1/data/${camera}/window`,
  start: NOW + id * 1_000,
  payload: new Uint8Array(bytes).fill(id % 256),
});

export const spooledFrom = (first: number, count: number, camera = 'west', bytes = 100) =>
  Array.from({ length: count }, (_, index) => spooled(first + index, camera, bytes));

const none = () => false;
const ALL = Number.MAX_SAFE_INTEGER;

/** Ids of all that is in a spool, oldest first. */
export const idsIn = (spool: WindowSpool): number[] => {
  const found = spool.newest(ALL, 1_000_000, none);
  if (!found.ok) throw new Error(found.message);
  return found.value.map(({ id }) => id).toReversed();
};

/** What every spool must do, whatever stands behind it. */
export const describeSpool = (name: string, open: (limits: SpoolLimits) => WindowSpool): void => {
  describe(`[U] window spool: ${name}`, () => {
    let spool: WindowSpool;
    beforeEach(() => {
      spool = open(ROOM);
      return () => spool.close();
    });

    it('gives back what it was given, newest first, whatever the order it came in', () => {
      spool.append([spooled(3), spooled(1)], NOW);
      spool.append([spooled(2)], NOW);
      const found = spool.newest(ALL, 10, none);
      const windows = found.ok ? found.value : [];
      expect(windows.map(({ payload, ...rest }) => ({ ...rest, first: payload[0] }))).toEqual(
        [3, 2, 1].map((id) => {
          const { payload, ...rest } = spooled(id);
          return { ...rest, first: payload[0] };
        }),
      );
    });

    it('reads on from where a reader stopped, and passes over what is taken', () => {
      spool.append(spooledFrom(1, 2_000), NOW);
      const found = spool.newest(1_990, 3, (id) => id > 1_000 || id % 2 === 0);
      expect(found.ok && found.value.map(({ id }) => id)).toEqual([999, 997, 995]);
    });

    it('forgets what it is told to, and nothing else', () => {
      spool.append(spooledFrom(1, 5), NOW);
      spool.forget([2, 4, 99]);
      expect(idsIn(spool)).toEqual([1, 3, 5]);
      expect(spool.content()).toMatchObject({ windows: 3, oldest: NOW + 1_000, newestId: 5 });
    });

    it('gives up what is too old, and counts it', () => {
      const brief = open({ ...ROOM, ageMs: 60_000 });
      brief.append(spooledFrom(1, 5), NOW);
      brief.append([spooled(64)], NOW + 63_500);
      expect(idsIn(brief)).toEqual([4, 5, 64]);
      expect(brief.content()).toMatchObject({ expired: 3, thinned: 0 });
      brief.close();
    });

    it('is never fuller than its bound: thins the older half evenly, keeps the newer whole', () => {
      const limits = { ...ROOM, bytes: 400_000 };
      const small = open(limits);
      const seconds = 3_000;
      for (let second = 1; second <= seconds; second += 1) {
        const both = ['west', 'east'].map((camera, index) => ({
          ...spooled(second, camera, 900),
          id: 2 * second + index,
        }));
        small.append(both, NOW);
        expect(small.content().bytes).toBeLessThanOrEqual(limits.bytes);
      }
      const kept = idsIn(small);
      const { thinned, windows } = small.content();
      expect(windows).toBe(kept.length);
      expect(thinned).toBe(2 * seconds - kept.length);
      const times = [...new Set(kept.map((id) => Math.floor(id / 2)))];
      // Both cameras of a moment stay or go together, but for the moment that is being thinned.
      expect(Math.abs(kept.length - 2 * times.length)).toBeLessThanOrEqual(1);
      const whole = Math.floor(times.length / 4);
      const newest = Array.from({ length: whole }, (_, index) => seconds - whole + 1 + index);
      expect(times.slice(-whole)).toEqual(newest);
      const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
      // Every gap is a stride, but for the two places where one stride gives way to the next.
      expect(gaps.filter((gap) => Math.log2(gap) % 1 !== 0).length).toBeLessThanOrEqual(2);
      // The older half is even: its strides differ by one doubling where a pass is under way.
      const older = gaps.slice(0, Math.floor(times.length / 4));
      expect(Math.max(...older) / Math.min(...older)).toBeLessThanOrEqual(2);
      expect(times[0]).toBeLessThan(100);
      small.close();
    });

    it('goes on with its oldest window where nothing is left to thin', () => {
      const tiny = open({ ...ROOM, bytes: 20_000 });
      for (let id = 1; id <= 30; id += 1) tiny.append([spooled(id * 200_000, 'west', 4_000)], NOW);
      expect(idsIn(tiny).at(-1)).toBe(6_000_000);
      expect(tiny.content().bytes).toBeLessThanOrEqual(20_000);
      tiny.close();
    });

    it('holds what a plain list would hold, whatever is added, forgotten and read', () => {
      const step = fc.oneof(
        fc.record({ add: fc.integer({ min: 1, max: 30 }) }),
        fc.record({ forget: fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 20 }) }),
      );
      fc.assert(
        fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
          const fresh = open(ROOM);
          let expected: number[] = [];
          let next = 1;
          for (const action of steps) {
            if ('add' in action) {
              fresh.append(spooledFrom(next, action.add), NOW);
              expected.push(...Array.from({ length: action.add }, (_, index) => next + index));
              next += action.add;
            } else {
              fresh.forget(action.forget);
              expected = expected.filter((id) => !action.forget.includes(id));
            }
          }
          expect(idsIn(fresh)).toEqual(expected);
          fresh.close();
        }),
        { numRuns: 15 },
      );
    });
  });
};
