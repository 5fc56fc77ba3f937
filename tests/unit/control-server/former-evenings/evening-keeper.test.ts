import { fail } from '@throng/contract';
import { beforeEach, describe, expect, it } from 'vitest';
import { EveningKeeper } from '../../../../control-server/src/former-evenings/evening-keeper.js';
import { EventFollower } from '../../../../control-server/src/former-evenings/event-follower.js';
import type { FormerEvenings } from '../../../../control-server/src/former-evenings/former-evenings.js';
import { createMemoryStore } from '../../../../control-server/src/store/memory-store.js';
import { noRows } from '../../../../control-server/src/store/rows.js';
import { zoneRow } from '../store/store-contract.js';
import { CALENDAR, doorsOn, evening, PLANNED } from './support/calendar.js';

const MINUTE = 60_000;
const over = (day: number): number => doorsOn(day) + 70 * MINUTE;

let store = createMemoryStore();
beforeEach(async () => {
  store = createMemoryStore();
  // Both zones are counted once a minute on the first evening, the western one by half its cameras.
  const zones = Array.from({ length: 90 }, (_, index) => {
    const at = doorsOn(0) / 1_000 + (index - 29) * 60;
    return [
      zoneRow({ at, persons: 10, area: 50 }),
      zoneRow({ zone: 'east', camera: 'stage', at, persons: 30, area: 100 }),
    ];
  });
  await store.write({ ...noRows, zones: zones.flat() });
});

const kept = async (...events: string[]) => {
  const rows = await store.evenings(events);
  return rows.ok ? rows.value : [];
};

describe('[U] the keeper of evenings', () => {
  it('keeps an evening ten minutes after its end, a zone at a step', async () => {
    const keeper = new EveningKeeper(store, PLANNED, CALENDAR, doorsOn(0));
    expect(await keeper.step(over(0) - 1)).toBe('nothing-to-do');
    expect(await keeper.step(over(0))).toBe('going-on');
    expect(await keeper.step(over(0))).toBe('finished');
    expect(await keeper.step(over(0))).toBe('nothing-to-do');
    const rows = await kept('concert-0');
    expect(rows.map(({ minutes, zone }) => [zone, minutes[40]])).toEqual([
      ['west', 20],
      ['east', 30],
    ]);
  });

  it('keeps at its start what ended while no server ran, and nothing of what is erased', async () => {
    const late = new EveningKeeper(store, PLANNED, CALENDAR, over(1));
    while ((await late.step(over(2))) !== 'nothing-to-do');
    expect(await kept('concert-0')).toEqual([]);
    const keeper = new EveningKeeper(store, PLANNED, CALENDAR, doorsOn(0));
    while ((await keeper.step(over(2))) !== 'nothing-to-do');
    expect(await kept('concert-0')).toHaveLength(2);
  });

  it('keeps no evening at which nobody measured', async () => {
    const keeper = new EveningKeeper(store, PLANNED, CALENDAR, doorsOn(0));
    while ((await keeper.step(over(4))) !== 'nothing-to-do');
    expect(await kept('concert-1', 'concert-2')).toEqual([]);
  });

  it('tries again what the store did not take', async () => {
    let works = false;
    const failing = {
      ...store,
      keepEvenings: async (rows: Parameters<typeof store.keepEvenings>[0]) =>
        works ? store.keepEvenings(rows) : fail('full' as const, 'no room'),
    };
    const keeper = new EveningKeeper(failing, PLANNED, CALENDAR, doorsOn(0));
    expect(await keeper.step(over(0))).toBe('nothing-to-do');
    works = true;
    expect(await keeper.step(over(0))).toBe('going-on');
    expect(await keeper.step(over(0))).toBe('finished');
    expect(await kept('concert-0')).toHaveLength(2);
  });
});

describe('[U] the follower of events', () => {
  const following = (from: Pick<typeof store, 'evenings'> = store) => {
    const story: [string | undefined, readonly string[]][] = [];
    const profiles: FormerEvenings['profile'][] = [];
    const follower = new EventFollower({
      ...{ store: from, plan: PLANNED, calendar: CALENDAR, most: 3 },
      onChange: (event, { events, profile }) => {
        story.push([event?.id, events]);
        profiles.push(profile);
      },
    });
    return { follower, story, profiles };
  };

  it('tells once of each event what it is like, and of the time between them nothing', async () => {
    await store.keepEvenings([evening(0, () => 60)]);
    const { follower, story } = following();
    for (const minute of [-40, -30, -29, 0, 59, 60, 61]) {
      await follower.step(doorsOn(1) + minute * MINUTE);
    }
    expect(story).toEqual([
      ['concert-1', ['concert-0']],
      [undefined, []],
    ]);
    expect(follower.events).toEqual([]);
  });

  it('a server that starts in the middle of an event knows what one knew that saw the doors open', async () => {
    await store.keepEvenings([evening(0, (minute) => minute + 30)]);
    const [early, late] = [following(), following()];
    await early.follower.step(doorsOn(1) - 30 * MINUTE);
    await late.follower.step(doorsOn(1) + 40 * MINUTE);
    expect(late.profiles).toEqual(early.profiles);
  });

  it('learns of an evening that was kept meanwhile, and stays as it is where none was', async () => {
    const { follower, story } = following();
    await follower.step(doorsOn(1));
    follower.reload();
    await follower.step(doorsOn(1) + 1_000);
    await store.keepEvenings([evening(0, () => 60)]);
    follower.reload();
    await follower.step(doorsOn(1) + 2_000);
    expect(story).toEqual([
      ['concert-1', []],
      ['concert-1', ['concert-0']],
    ]);
  });

  it('asks again when the store could not be read', async () => {
    await store.keepEvenings([evening(0, () => 60)]);
    let works = false;
    const { follower } = following({
      evenings: async (events) =>
        works ? store.evenings(events) : fail('locked' as const, 'busy'),
    });
    expect(await follower.step(doorsOn(1))).toMatchObject({ ok: false, code: 'locked' });
    expect(follower.events).toEqual([]);
    works = true;
    expect(await follower.step(doorsOn(1) + 1_000)).toMatchObject({ ok: true });
    expect(follower.events).toEqual(['concert-0']);
  });
});
