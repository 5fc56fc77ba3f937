import { createHash } from 'node:crypto';
import { liveView } from '@throng/control-server';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Evening } from '../support/evening.js';
import { type CameraId, PLAN, windowAt } from '../support/venue.js';

/** A whole evening of the given densities, as one hash over everything that came out. */
const hashOf = (densities: readonly number[]): string => {
  const evening = new Evening();
  const hash = createHash('sha256');
  for (const density of densities) {
    evening.pass(1, { south: density, north: density / 2, stage: density });
    hash.update(JSON.stringify(liveView(PLAN, evening.state)));
  }
  return hash.update(JSON.stringify(evening.outcomes.map(({ rows }) => rows))).digest('hex');
};

describe('[U] processing', () => {
  it('the same inputs give the same bytes', () => {
    const densities = Array.from({ length: 600 }, (_, s) => 3 + 3 * Math.sin(s / 40));
    expect(hashOf(densities)).toBe(hashOf(densities));
    expect(hashOf(densities)).not.toBe(hashOf(densities.with(300, 0)));
  });

  it('windows in any order, any of them twice, give the same state', () => {
    const window = fc.tuple(
      fc.constantFrom<CameraId>('south', 'north', 'stage'),
      fc.integer({ min: 1, max: 5 }),
    );
    const shown = (windows: readonly (readonly [CameraId, number])[]) => {
      const evening = new Evening();
      evening.second = 5;
      for (const [camera, end] of windows) {
        evening.take({ kind: 'window', window: windowAt(camera, end, end) });
      }
      evening.take({ kind: 'tick' });
      const stored = evening.outcomes.flatMap(({ rows }) => rows.zones ?? []);
      const rows = stored.map((row) => JSON.stringify(row)).sort();
      return { view: liveView(PLAN, evening.state), rows };
    };
    fc.assert(
      fc.property(
        fc
          .array(window, { maxLength: 20 })
          .chain((windows) =>
            fc.tuple(
              fc.constant(windows),
              fc.shuffledSubarray([...windows, ...windows], { minLength: windows.length * 2 }),
            ),
          ),
        ([inOrder, shuffled]) => {
          expect(shown(shuffled)).toEqual(shown(inOrder));
        },
      ),
    );
  });
});
