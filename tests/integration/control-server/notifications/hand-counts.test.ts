import { toTimestamp } from '@throng/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { START, windowAt } from '../../../unit/control-server/support/venue.js';
import { colleague, firstAdmin, type Guest, openGuardedHouse } from '../access/support/guest.js';
import type { House } from '../support/house.js';

let house: House;
let admin: Guest;
let steward: Guest;
let viewer: Guest;

beforeAll(async () => {
  house = await openGuardedHouse();
  admin = await firstAdmin(house);
  steward = await colleague(house, admin, { name: 'sam', role: 'operator', zones: ['east'] });
  viewer = await colleague(house, admin, { name: 'vic', role: 'viewer', zones: null });
  const agent = await house.agent();
  for (let second = 1; second <= 32; second += 1) {
    house.second();
    await house.deliver(agent, windowAt('stage', second, 1));
  }
  house.second();
});
afterAll(() => house.close());

const count = (persons: number, change: object = {}) => ({
  id: `count-${persons}-000`,
  from: toTimestamp(START),
  to: toTimestamp(START + 16_000),
  counted: { kind: 'zone', zone: 'east', persons },
  ...change,
});
const enter = (guest: Guest, body: object) => guest.ask('POST', '/api/v1/hand-counts', body);

describe('[I] counting by hand', () => {
  it('a count stands beside what the cameras counted then, and names those to correct', async () => {
    expect(await enter(steward, count(98))).toMatchObject({
      status: 201,
      body: { persons: 100, coverage: 1, verdict: 'agrees', cameras: ['stage'], enteredBy: 'sam' },
    });
    const wrong = await enter(steward, count(200));
    expect(wrong.body).toMatchObject({ verdict: 'correct', cameras: ['stage'] });
    expect(Object(wrong.body).ratio).toBeCloseTo(200.5 / 100.5, 6);
  });

  it('sent twice, as after a lost answer, it is one', async () => {
    await enter(steward, count(98));
    const { body } = await steward.ask('GET', '/api/v1/hand-counts');
    expect(body).toHaveLength(2);
  });

  it('it is on record who counted what', async () => {
    house.second();
    const { body } = await admin.ask('GET', '/api/v1/audit?action=hand-count-entered');
    expect(Object(body).records).toHaveLength(2);
    expect(Object(body).records.at(-1)).toMatchObject({
      ...{ actor: 'sam', subject: 'zone east', details: { count: 98 } },
    });
  });

  it('who may not count, counts what is not theirs, or sends nonsense is refused', async () => {
    expect((await enter(viewer, count(5))).status).toBe(403);
    const west = { counted: { kind: 'zone', zone: 'west', persons: 5 } };
    expect((await enter(steward, count(5, west))).status).toBe(404);
    expect((await enter(steward, count(5, { to: toTimestamp(START) }))).status).toBe(400);
    expect((await enter(steward, count(5, { to: toTimestamp(START + 9e6) }))).status).toBe(400);
    expect((await enter(steward, { ...count(5), name: 'Kim' })).status).toBe(400);
  });

  it('what no camera saw is not compared', async () => {
    const passage = { counted: { kind: 'passage', passage: 'gate', in: 40, out: 3 } };
    expect((await enter(steward, count(43, passage))).body).toMatchObject({
      ...{ persons: null, ratio: null, verdict: 'not-seen' },
    });
  });
});
