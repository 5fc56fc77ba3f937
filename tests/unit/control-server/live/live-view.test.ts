import { decodeLive, toTimestamp } from '@throng/contract';
import { liveView } from '@throng/control-server';
import { describe, expect, it } from 'vitest';
import { isAllowedOrigin } from '../../../../control-server/src/live/allowed-origin.js';
import {
  deltaText,
  listsText,
  snapshotText,
} from '../../../../control-server/src/live/live-feed.js';
import { wholeView, writeView } from '../../../../control-server/src/live/written-view.js';
import { CALM, Evening } from '../support/evening.js';
import { PLAN, START, VENUE, windowAt } from '../support/venue.js';

const grid = { originX: 10, originY: 0, cellSize: 5, columns: 2, rows: 1, cells: [10, null] };

const crowdedEvening = (): Evening => {
  const evening = new Evening();
  evening.pass(15, { ...CALM, south: 4, north: 4 });
  evening.second = 16;
  evening.take({ kind: 'window', window: windowAt('stage', 16, 1, { grid }) });
  evening.take({ kind: 'tick' });
  return evening;
};

describe('[U] live messages', () => {
  it('a snapshot and a delta pass the contract', () => {
    const lists = listsText(wholeView(writeView(liveView(PLAN, crowdedEvening().state))));
    expect(decodeLive(snapshotText(0, START, VENUE, lists))).toMatchObject({
      ok: true,
      value: {
        type: 'snapshot',
        sequence: 0,
        at: toTimestamp(START),
        alerts: [{ priority: 'critical' }],
      },
    });
    expect(decodeLive(deltaText(1, START, lists))).toMatchObject({ ok: true });
  });

  it('[LV6] a camera that cannot be believed has no grid any more', () => {
    const evening = crowdedEvening();
    const gridOf = () =>
      liveView(PLAN, evening.state).grids.find(({ camera }) => camera === 'stage')?.grid;
    expect(gridOf()).toEqual(grid);
    evening.pass(6);
    expect(gridOf()).toBeNull();
  });
});

describe('[U] origin of a live client', () => {
  const allowed = ['https://control.example.org'];
  it.each<[string | undefined, boolean]>([
    [undefined, true],
    ['http://hall.local:8080', true],
    ['https://control.example.org', true],
    ['http://evil.example', false],
    ['http://hall.local:9999', false],
    ['null', false],
    ['', false],
  ])('%s may connect: %s', (origin, expected) => {
    expect(isAllowedOrigin(origin, 'hall.local:8080', allowed)).toBe(expected);
  });
});
