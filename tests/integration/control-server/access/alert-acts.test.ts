import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { windowAt } from '../../../unit/control-server/support/venue.js';
import type { House } from '../support/house.js';
import {
  type Answer,
  colleague,
  firstAdmin,
  type Guest,
  openGuardedHouse,
} from './support/guest.js';

let house: House;
let lead: Guest;
let steward: Guest;
let viewer: Guest;
let alert: string;

beforeAll(async () => {
  house = await openGuardedHouse();
  const admin = await firstAdmin(house);
  lead = await colleague(house, admin, { name: 'lea', role: 'operator', zones: null });
  steward = await colleague(house, admin, { name: 'sam', role: 'operator', zones: ['west'] });
  viewer = await colleague(house, admin, { name: 'vic', role: 'viewer', zones: null });
  const agent = await house.agent();
  for (let second = 1; second <= 13; second += 1) {
    house.second();
    await house.deliver(agent, windowAt('stage', second, 4.2));
  }
  house.second();
  const { body } = await lead.ask('GET', '/api/v1/alerts?state=active');
  alert = String(Object(body)[0].id);
});
afterAll(() => house.close());

const act = (guest: Guest, body: object, id = alert): Promise<Answer> =>
  guest.ask('POST', `/api/v1/alerts/${id}/acts`, body);

describe('[I] acting on an alert', () => {
  it('[LC1] an acknowledgement by one is seen by all, with name and time', async () => {
    const page = viewer.listen();
    await page.until(({ type }) => type === 'snapshot');
    expect(await act(lead, { kind: 'acknowledge' })).toMatchObject({
      status: 200,
      body: { handling: { acknowledged: { by: 'lea' } } },
    });
    const told = await page.until(({ alerts }) =>
      alerts.some(({ handling }) => handling?.acknowledged != null),
    );
    expect(told.alerts).toMatchObject([{ id: alert, handling: { acknowledged: { by: 'lea' } } }]);
  });

  it('[LC9] who may not, or may not see it, changes nothing', async () => {
    expect(await act(viewer, { kind: 'acknowledge' })).toMatchObject({ status: 403 });
    expect(await act(steward, { kind: 'acknowledge' })).toMatchObject({
      status: 404,
      body: { error: { code: 'no-such-alert' } },
    });
    expect(await act(lead, { kind: 'acknowledge' }, 'nothing')).toMatchObject({ status: 404 });
  });

  it('[LC3] shelving beyond an hour, and words that are none, are refused', async () => {
    for (const body of [
      { kind: 'shelve', minutes: 61 },
      { kind: 'comment', text: '' },
      { kind: 'clear' },
    ]) {
      expect((await act(lead, body)).status, JSON.stringify(body)).toBe(400);
    }
  });

  it('[LC8] what was done is on record, and survives a restart', async () => {
    const comment = { kind: 'comment', text: 'two stewards sent' };
    expect((await act(lead, comment)).status).toBe(200);
    await house.stop();
    await house.start();
    const [standing] = Object((await lead.ask('GET', '/api/v1/alerts?state=active')).body);
    expect(standing).toMatchObject({
      id: alert,
      handling: {
        acknowledged: { by: 'lea' },
        comments: [{ text: 'two stewards sent', by: 'lea' }],
      },
    });
    expect(house.log).toContain('alert acknowledged');
  });
});
