import type { CalendarDefinition } from '@throng/contract';
import { toTimestamp } from '@throng/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storedEvenings } from '../../../control-server/src/adapters/store/evening-table.js';
import { eventually } from '../../support/eventually.js';
import { START, windowAt } from '../../unit/control-server/support/venue.js';
import { House } from './support/house.js';

/** Two events of five minutes; 25 and 70 minutes after the house opens. */
const CALENDAR: CalendarDefinition = {
  plans: [
    {
      id: 'talk',
      name: 'Talk',
      phases: [{ id: 'doors', name: 'Doors', fromMinute: 0 }],
      endMinute: 5,
    },
  ],
  events: [
    { id: 'morning', name: 'Morning', plan: 'talk', doorsAt: toTimestamp(START + 25 * 60_000) },
    { id: 'evening', name: 'Evening', plan: 'talk', doorsAt: toTimestamp(START + 70 * 60_000) },
  ],
};

let house: House;
beforeEach(async () => {
  house = await House.open(CALENDAR);
});
afterEach(() => house.close());

const learntFrom = async (): Promise<unknown> => {
  const state = await house.json('/api/v1/state');
  return typeof state === 'object' && state !== null && 'formerEvents' in state
    ? state.formerEvents
    : undefined;
};

const soonLearntFrom = (...events: string[]) =>
  eventually(`the server learns from "${events.join()}"`, async () => {
    house.second();
    return JSON.stringify(await learntFrom()) === JSON.stringify(events);
  });

/** Until so many minutes after the opening, with a window of the stage's camera for each. */
const passUntil = async (minutes: number): Promise<void> => {
  const agent = await house.agent();
  while (house.clock.now() < START + minutes * 60_000) {
    house.clock.advance(60_000);
    const minute = (house.clock.now() - START) / 60_000;
    const start = toTimestamp(house.clock.now() - 60_000);
    const change = { start, seconds: 60, sequence: minute };
    await house.deliver(agent, windowAt('stage', 0, minute / 100, change));
  }
};

describe('[I] a server that remembers events', () => {
  it('keeps what one was like when it is over, expects the next to be like it, and still does after a restart', async () => {
    await passUntil(39);
    expect(await learntFrom()).toEqual([]);
    expect(storedEvenings(house.storeFile, ['morning'])).toEqual([]);

    await passUntil(42);
    await soonLearntFrom('morning');
    const [kept, ...others] = storedEvenings(house.storeFile, ['morning']);
    expect(others).toEqual([]);
    expect(kept).toMatchObject({ zone: 'east', area: 100, fromMinute: -30 });
    // The first window of the house ended after a minute; the event's record began five before.
    expect(kept?.minutes.slice(4, 9)).toEqual([null, 1, 2, 3, 4]);
    expect((await house.get('/metrics')).text).toContain('\nthrong_former_evenings 1\n');
    expect(house.log).toContain('"learntFrom":["morning"]');

    await house.stop();
    house.clock.advance(30 * 60_000);
    await house.start();
    expect(await learntFrom()).toEqual(['morning']);

    house.clock.advance(10 * 60_000);
    await soonLearntFrom();
  });
});
