import type { CameraState } from '@throng/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEmpty } from '../../../../control-server/src/live/live-feed.js';
import type { LiveView } from '../../../../control-server/src/live/live-view.js';
import {
  changedState,
  type WrittenView,
  wholeView,
  writeView,
} from '../../../../control-server/src/live/written-view.js';

const IDS = ['north', 'south', 'stage'];

const cells = fc.array(fc.constantFrom(0, 1, null), { minLength: 2, maxLength: 2 });
const cameras = fc.subarray(IDS).chain((ids) =>
  fc.tuple(
    ...ids.map((camera) =>
      fc.record({
        ...{ camera: fc.constant(camera), edge: fc.constant('box') },
        state: fc.constantFrom<CameraState['state']>('live', 'stale'),
        ...{ fault: fc.constant(null), at: fc.constantFrom(null, '2026-07-04T19:30:00.000Z') },
        latency: fc.constantFrom(null, { p50: 1, p95: 2 }),
        health: fc.constant(null),
      }),
    ),
  ),
);
const grids = fc.tuple(
  ...IDS.map((camera) =>
    fc.record({
      camera: fc.constant(camera),
      grid: fc.option(
        fc.record({
          ...{ originX: fc.constant(0), originY: fc.constant(0), cellSize: fc.constant(1) },
          ...{ columns: fc.constant(2), rows: fc.constant(1), cells },
        }),
      ),
    }),
  ),
);
const views: fc.Arbitrary<LiveView> = fc.record({ cameras, grids }).map((lists) => ({
  ...{ zones: [], forecasts: [], passages: [], edges: [], alerts: [] },
  ...lists,
}));

const texts = (entries: readonly object[]): string[] => entries.map((each) => JSON.stringify(each));

describe('[U] a written view', () => {
  it('says the same, written against the one before it or alone', () => {
    fc.assert(
      fc.property(fc.array(views, { minLength: 1 }), (row) => {
        let before: WrittenView | undefined;
        for (const view of row) {
          const now = writeView(view, before);
          expect(now).toEqual(writeView(view));
          expect([...wholeView(now).state.grids.values()]).toEqual(texts(view.grids));
          before = now;
        }
      }),
    );
  });

  it('[LV3] told as changes, leaves a page that knew the last view with this one', () => {
    fc.assert(
      fc.property(views, views, (last, next) => {
        const before = writeView(last);
        const now = writeView(next, before);
        const known = wholeView(before).state;
        const { state } = changedState(before, now);
        for (const { camera } of next.cameras) {
          const shown = state.cameras.get(camera) ?? known.cameras.get(camera);
          expect(shown).toBe(wholeView(now).state.cameras.get(camera));
        }
        const unlike = texts(next.grids).filter((text) => !texts(last.grids).includes(text));
        expect([...state.grids.values()]).toEqual(unlike);
      }),
    );
  });

  it('has no changes against itself, nor against one made anew', () => {
    fc.assert(
      fc.property(views, (view) => {
        const before = writeView(view);
        expect(isEmpty(changedState(before, before))).toBe(true);
        expect(isEmpty(changedState(before, writeView(structuredClone(view), before)))).toBe(true);
      }),
    );
  });
});
