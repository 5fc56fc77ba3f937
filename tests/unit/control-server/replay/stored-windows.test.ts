import { join } from 'node:path';
import type { MeasurementWindow } from '@throng/contract';
import { Replay, type ReplayEvent } from '@throng/control-server';
import { describe, expect, it } from 'vitest';
import { recordedRows } from '../../../../control-server/src/adapters/store/recorded-rows.js';
import { openSqliteStore } from '../../../../control-server/src/adapters/store/sqlite-store.js';
import { windowRows } from '../../../../control-server/src/processing/window-rows.js';
import { storedWindows } from '../../../../control-server/src/replay/stored-window.js';
import type { RecordedPeriod } from '../../../../control-server/src/store/recorded-rows.js';
import { noRows } from '../../../../control-server/src/store/rows.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { type CameraId, PLAN, RULES, START, windowAt } from '../support/venue.js';

const PASSAGE = { passage: 'middle', in: 3, out: 1, recall: 0.9 };

/** Windows of three seconds, the passage counted by one camera, one window of it without zones. */
const WINDOWS = [1, 2, 3].flatMap((second) =>
  (['north', 'south', 'stage'] as const satisfies CameraId[]).map((camera) =>
    windowAt(camera, second, second, {
      sequence: second - 1,
      bootId: '0'.repeat(16),
      frames: { captured: 0, processed: 0, superseded: 0, failed: 0 },
      ...(camera === 'south' ? { passages: [PASSAGE] } : {}),
      ...(camera === 'south' && second === 2 ? { zones: [] } : {}),
    }),
  ),
);

const ALL = { from: 0, to: Number.MAX_SAFE_INTEGER };

const stored = async (windows: readonly MeasurementWindow[], period: RecordedPeriod) => {
  const file = join(await temporaryFolder(), 'throng.db');
  const store = openSqliteStore({ file });
  for (const window of windows) await store.write({ ...noRows, ...windowRows(window) });
  await store.close();
  return Array.from(recordedRows(file, period), storedWindows(PLAN));
};

const replayed = (windows: readonly MeasurementWindow[]): string[] => {
  const events: string[] = [];
  const onEvent = (event: ReplayEvent) => events.push(JSON.stringify(event));
  const run = new Replay({ usual: { plan: PLAN, rules: RULES }, every: 10, onEvent });
  for (const window of windows) run.window(window);
  run.end();
  return events;
};

const byTimeAndCamera = <Window extends { start: string; camera: string }>(windows: Window[]) =>
  windows.toSorted((a, b) => `${a.start}${a.camera}`.localeCompare(`${b.start}${b.camera}`, 'en'));

describe('[U] windows from the store', () => {
  it('are those that were stored, in the order of time', async () => {
    const all = await stored(WINDOWS, ALL);
    expect(all).toEqual(byTimeAndCamera(WINDOWS));
  });

  it('are those that end within the period', async () => {
    const begin = START / 1_000;
    const some = await stored(WINDOWS, { from: begin + 1, to: begin + 2 });
    expect(some).toHaveLength(3);
    expect(new Set(some.map(({ start }) => start))).toEqual(
      new Set([new Date(START + 1_000).toISOString()]),
    );
  });

  it('tell the same as the recording when they are replayed', async () => {
    const crowd = Array.from({ length: 40 }, (_, second) =>
      (['south', 'north', 'stage'] as const).map((camera) => windowAt(camera, second + 1, 3)),
    ).flat();
    const told = replayed(await stored(crowd, ALL));
    expect(told).toEqual(replayed(crowd));
    expect(told.join()).toContain('"transition":"raised"');
  });
});
