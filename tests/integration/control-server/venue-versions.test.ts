import type { MeasurementWindow, VenueDefinition } from '@throng/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VENUE, windowAt } from '../../unit/control-server/support/venue.js';
import {
  type Answer,
  colleague,
  firstAdmin,
  type Guest,
  openGuardedHouse,
} from './access/support/guest.js';
import type { House } from './support/house.js';

const [WEST, EAST] = VENUE.zones;
if (WEST === undefined || EAST === undefined) throw new Error('the hall has two zones');
const RENAMED: VenueDefinition = { ...VENUE, zones: [{ ...WEST, name: 'West stand' }, EAST] };
/** Without the east: its camera, and the passage to it, are gone too. */
const WEST_ONLY: VenueDefinition = {
  ...VENUE,
  zones: [WEST],
  passages: [],
  cameras: VENUE.cameras.filter(({ id }) => id !== 'stage'),
};
const calendar = { plans: [], events: [] };

let house: House;
let admin: Guest;
let engineer: Guest;
let operator: Guest;
let steward: Guest;
let second = 0;

beforeAll(async () => {
  house = await openGuardedHouse();
  admin = await firstAdmin(house);
  engineer = await colleague(house, admin, { name: 'eva', role: 'engineer', zones: null });
  operator = await colleague(house, admin, { name: 'oli', role: 'operator', zones: null });
  steward = await colleague(house, admin, { name: 'sam', role: 'viewer', zones: ['east'] });
});
afterAll(() => house.close());

const save = (guest: Guest, venue: unknown, basedOn: number, note = 'as drawn'): Promise<Answer> =>
  guest.ask('POST', '/api/v1/venue-versions', { basedOn, note, venue, calendar });
const put = (guest: Guest, version: number): Promise<Answer> =>
  guest.ask('POST', `/api/v1/venue-versions/${version}/put-in-force`);
const list = async () => Object((await engineer.ask('GET', '/api/v1/venue-versions')).body);
const newest = async (): Promise<number> => (await list())[0].version;
const alerts = async () => Object((await operator.ask('GET', '/api/v1/alerts')).body);

/** Seconds pass; in each, every camera of the hall delivers, the west crowded and the east calm. */
const pass = async (seconds: number): Promise<MeasurementWindow[]> => {
  const agent = await house.agent();
  const sent: MeasurementWindow[] = [];
  for (let each = 0; each < seconds; each += 1) {
    second += 1;
    house.second();
    for (const camera of ['south', 'north', 'stage'] as const) {
      const window = windowAt(camera, second, camera === 'stage' ? 0.5 : 4.2);
      sent.push(window);
      await house.deliver(agent, window);
    }
  }
  house.second();
  second += 1;
  return sent;
};

describe('[I] versions of the venue', () => {
  it('begin with the venue file, which is version 1 and in force', async () => {
    expect(await list()).toMatchObject([
      { version: 1, savedBy: 'file', note: 'from the file', isInForce: true },
    ]);
    const one = await engineer.ask('GET', '/api/v1/venue-versions/1');
    expect(one.body).toEqual({ version: 1, venue: VENUE, calendar });
    expect(await engineer.ask('GET', '/api/v1/venue-versions/7')).toMatchObject({ status: 404 });
  });

  it('are for engineers who see the whole venue: nobody else lists, saves or puts in force', async () => {
    const partly = await colleague(house, admin, {
      name: 'pia',
      role: 'engineer',
      zones: ['east'],
    });
    for (const guest of [operator, steward, partly]) {
      expect((await guest.ask('GET', '/api/v1/venue-versions')).status).toBe(403);
      expect((await save(guest, RENAMED, 1)).status).toBe(403);
      expect((await put(guest, 1)).status).toBe(403);
    }
    expect(await newest()).toBe(1);
  });

  it('are refused with every fault at once: of the venue, the calendar, and across them', async () => {
    const small = {
      ...WEST,
      polygon: [
        [0, 0],
        [1, 0],
        [1, 1],
      ],
    };
    const bands = { watch: 1, warning: 2, critical: 3, emergency: 4 };
    const east = { ...EAST, bandsByPhase: { encore: bands } };
    const faulty = await save(engineer, { ...VENUE, id: 'other', zones: [small, east] }, 1);
    expect(faulty).toMatchObject({ status: 400, body: { error: { code: 'faults' } } });
    const dated = await save(engineer, { ...VENUE, zones: [WEST, east] }, 1);
    const elsewhere = await save(engineer, { ...VENUE, id: 'other' }, 1);
    const unkept = { image: 'ab'.repeat(32), origin: [0, 0], width: 20, height: 10 };
    const drawn = await save(engineer, { ...VENUE, floorPlan: unkept }, 1);
    const paths = ({ body }: Answer) =>
      Object(body).error.faults.map(({ path }: { path: string }) => path);
    expect(paths(faulty)).toEqual(['/venue/zones/0/polygon']);
    expect(paths(dated)).toEqual(['/venue/zones/1/bandsByPhase/encore']);
    expect(paths(elsewhere)).toEqual(['/venue/id']);
    expect(paths(drawn)).toEqual(['/venue/floorPlan/image']);
    expect(await newest()).toBe(1);
  });

  it('are saved on the newest only: who knew an older one looks first', async () => {
    expect(await save(engineer, RENAMED, 1, 'a better name')).toMatchObject({
      status: 201,
      body: { version: 2 },
    });
    const late = await save(admin, WEST_ONLY, 1);
    expect(late).toMatchObject({ status: 409, body: { error: { code: 'outdated' } } });
    expect(Object(late.body).error.message).toContain('eva');
    const [two, one] = await list();
    expect(two).toMatchObject({ savedBy: 'eva', note: 'a better name', isInForce: false });
    expect(one).toMatchObject({ isInForce: true });
  });

  it('[LV15] are put in force while windows flow: none is lost or doubled, alerts stand, pages see anew', async () => {
    await pass(12);
    const [standing] = await alerts();
    await operator.ask('POST', `/api/v1/alerts/${standing.id}/acts`, { kind: 'acknowledge' });
    const page = operator.listen();
    const first = await page.until(({ type }) => type === 'snapshot');
    expect(Object(first).venue.zones[0].name).toBe('West');

    const putting = put(engineer, 2);
    const sent = await pass(6);
    expect((await putting).status).toBe(204);
    const renewed = await page.until(
      (message) => message.type === 'snapshot' && message.sequence > first.sequence,
    );
    expect(Object(renewed).venue.zones[0].name).toBe('West stand');
    expect(page.received.map(({ sequence }) => sequence)).toEqual(page.received.map((_, n) => n));

    const after = await alerts();
    expect(after).toHaveLength(1);
    expect(after[0]).toMatchObject({
      id: standing.id,
      state: 'active',
      handling: { acknowledged: { by: 'oli' } },
    });
    expect(String((await admin.ask('GET', '/metrics')).body)).toContain(
      `throng_windows_admitted_total ${12 * 3 + sent.length}`,
    );
    const agent = await house.agent();
    for (const window of sent.slice(-3)) await house.deliver(agent, window);
    expect(String((await admin.ask('GET', '/metrics')).body)).toContain(
      'throng_messages_refused_total{reason="duplicate"} 3',
    );
    expect((await operator.ask('GET', '/api/v1/venue')).body).toEqual(RENAMED);
  });

  it('stay in force over a restart, with an unchanged file', async () => {
    await house.stop();
    await house.start();
    expect((await list()).map(({ isInForce }: { isInForce: boolean }) => isInForce)).toEqual([
      true,
      false,
    ]);
    expect((await operator.ask('GET', '/api/v1/venue')).body).toEqual(RENAMED);
    expect(house.log).toContain('what was edited since stays in force');
  });

  it('clear alerts of what is gone, and show each page what is left of what it may see', async () => {
    // The boxes are heard again first; then the stage falls silent, and is missed.
    await pass(3);
    const agent = await house.agent();
    for (let each = 0; each < 10; each += 1) {
      second += 1;
      house.second();
      for (const camera of ['south', 'north'] as const) {
        await house.deliver(agent, windowAt(camera, second, 4.2));
      }
    }
    const lost = (await alerts()).find(({ id }: { id: string }) => id.startsWith('camera-stage'));
    expect(lost).toMatchObject({ state: 'active' });
    const usher = await colleague(house, admin, {
      ...{ name: 'ugo', role: 'viewer', zones: ['east', 'west'] },
    });
    const [page, eastern] = [usher.listen(), steward.listen()];
    const first = await page.until(({ type }) => type === 'snapshot');
    await eastern.until(({ type }) => type === 'snapshot');

    expect((await save(engineer, WEST_ONLY, 2)).body).toEqual({ version: 3 });
    expect((await put(engineer, 3)).status).toBe(204);
    const told = await page.until(
      ({ type, alerts: changes }) =>
        type === 'delta' && changes.some(({ state }) => state === 'cleared'),
    );
    expect(told.alerts).toMatchObject([{ id: lost.id, state: 'cleared' }]);
    const renewed = await page.until(
      (message) => message.type === 'snapshot' && message.sequence > first.sequence,
    );
    expect(renewed).toMatchObject({ venue: WEST_ONLY, zones: [{ zone: 'west' }] });
    const goodbye = await eastern.until(({ alerts: changes }) =>
      changes.some(({ state }) => state === 'cleared'),
    );
    expect(goodbye.alerts).toMatchObject([{ id: lost.id, state: 'cleared' }]);
    // Nothing is left to see for who was limited to the east.
    expect(await eastern.closed()).toBe(4401);
    const kept = (await alerts()).find(({ id }: { id: string }) => id === lost.id);
    expect(kept).toMatchObject({ state: 'cleared' });
    await house.deliver(agent, windowAt('stage', second, 0.5));
    expect(String((await admin.ask('GET', '/metrics')).body)).toContain(
      'throng_messages_refused_total{reason="unknown-edge"} 1',
    );
  });

  it('give way to a venue file that was changed, and nothing of them is lost', async () => {
    await house.stop();
    const zones = [WEST, { ...EAST, name: 'East stand' }];
    await house.start({ ...VENUE, zones });
    expect(await list()).toMatchObject([
      { version: 4, savedBy: 'file', isInForce: true },
      { version: 3, savedBy: 'eva', isInForce: false },
      { version: 2 },
      { version: 1 },
    ]);
    expect(house.log).toContain('the venue file was changed');
    expect(Object((await operator.ask('GET', '/api/v1/venue')).body).zones[1].name).toBe(
      'East stand',
    );
    expect((await put(engineer, 2)).status).toBe(204);
    await house.stop();
    await house.start({ ...VENUE, zones });
    expect((await operator.ask('GET', '/api/v1/venue')).body).toEqual(RENAMED);
  });

  it('are on record: who saved what, and who put it in force', async () => {
    const { body } = await admin.ask('GET', '/api/v1/audit?limit=500');
    const acts = Object(body)
      .records.filter(({ action }: { action: string }) => action.startsWith('venue-'))
      .map(
        ({
          action,
          actor,
          details,
        }: {
          action: string;
          actor: string;
          details: { version: number };
        }) => `${actor} ${action} ${details.version}`,
      );
    expect(acts.reverse()).toEqual([
      'file venue-changed 1',
      'file venue-put-in-force 1',
      'eva venue-changed 2',
      'eva venue-put-in-force 2',
      'eva venue-changed 3',
      'eva venue-put-in-force 3',
      'file venue-changed 4',
      'file venue-put-in-force 4',
      'eva venue-put-in-force 2',
    ]);
  });
});
