import type { MeasurementWindow } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import { windowEnd } from '../../../../control-server/src/admission/window-time.js';
import { DrillFeed } from '../../../../control-server/src/drill/drill-feed.js';
import { drillVenue } from '../../../../control-server/src/drill/drill-venue.js';
import { START, VENUE, windowAt } from '../support/venue.js';

/** A recording of ten seconds, made on another day. */
async function* recording(): AsyncGenerator<MeasurementWindow> {
  for (let second = 1; second <= 10; second += 1) yield windowAt('stage', second, 2);
}

const BEGIN = START + 86_400_000;

describe('[U] the recording of a drill', () => {
  it('[DR1] happens now: its first window ends as the drill begins, the others in their time', async () => {
    const feed = new DrillFeed(recording(), BEGIN, 0);
    const first = await feed.due(BEGIN);
    expect(first.map(windowEnd)).toEqual([BEGIN]);
    expect((await feed.due(BEGIN + 3_000)).map(windowEnd)).toEqual([
      BEGIN + 1_000,
      BEGIN + 2_000,
      BEGIN + 3_000,
    ]);
    expect(feed.isOver).toBe(false);
  });

  it('[DR5] is over after its last window', async () => {
    const feed = new DrillFeed(recording(), BEGIN, 0);
    expect(await feed.due(BEGIN + 60_000)).toHaveLength(10);
    expect(feed.isOver).toBe(true);
  });

  it('[DR1] can begin later in the recording', async () => {
    const feed = new DrillFeed(recording(), BEGIN, 4_000);
    const windows = await feed.due(BEGIN + 60_000);
    expect(windows).toHaveLength(6);
    expect(windows.map(windowEnd)[0]).toBe(BEGIN);
  });
});

describe('[U] the venue of a drill', () => {
  it('[DR2] has every name marked, and the same ids and ground', () => {
    const drill = drillVenue(VENUE);
    const names = [drill, ...drill.zones, ...drill.passages, ...drill.cameras];
    for (const { name } of names) expect(name).toMatch(/^DRILL · /);
    expect(drill.zones.map(({ id, polygon }) => [id, polygon])).toEqual(
      VENUE.zones.map(({ id, polygon }) => [id, polygon]),
    );
  });
});
