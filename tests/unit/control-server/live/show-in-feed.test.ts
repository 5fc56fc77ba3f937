import { decodeLive, type ShowStop } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import {
  deltaText,
  isEmpty,
  listsText,
  mergeChanges,
  noChanges,
  snapshotText,
} from '../../../../control-server/src/live/live-feed.js';
import {
  changedState,
  wholeView,
  writeView,
} from '../../../../control-server/src/live/written-view.js';
import { runningShow } from '../../../../control-server/src/show-stop/show-state.js';
import { START, VENUE } from '../support/venue.js';

const nothing = {
  zones: [],
  forecasts: [],
  passages: [],
  cameras: [],
  edges: [],
  grids: [],
  alerts: [],
};
const running = runningShow(true);
const asked: ShowStop = {
  ...running,
  ask: {
    by: 'ada',
    at: '2026-07-04T20:00:00.000Z',
    lapsesAt: '2026-07-04T20:01:00.000Z',
    order: { reason: 'weather', note: '', zones: [] },
  },
};
const before = writeView({ ...nothing, showStop: running });
const now = writeView({ ...nothing, showStop: asked });

describe('[U] the show on the live channel', () => {
  it('[LV16] comes with the snapshot, and later only when it changed', () => {
    const snapshot = decodeLive(snapshotText(0, START, VENUE, listsText(wholeView(before))));
    expect(snapshot).toMatchObject({ ok: true, value: { showStop: { ask: null } } });
    expect(isEmpty(changedState(before, before))).toBe(true);
    const delta = decodeLive(deltaText(1, START, listsText(changedState(before, now))));
    expect(delta).toMatchObject({ ok: true, value: { showStop: asked } });
  });

  it('[LV16] a slow page is told the latest of it, and nothing newer is lost behind other news', () => {
    const change = changedState(before, now);
    expect(mergeChanges(change, noChanges).showStop).toBe(change.showStop);
    expect(mergeChanges(change, changedState(now, before)).showStop).toBe(before.showStop);
  });

  it('[LV16] a server that keeps no show says nothing of it', () => {
    const decoded = decodeLive(
      snapshotText(0, START, VENUE, listsText(wholeView(writeView(nothing)))),
    );
    expect(decoded.ok && 'showStop' in decoded.value).toBe(false);
  });
});
