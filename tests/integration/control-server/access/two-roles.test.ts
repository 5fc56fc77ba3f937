import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { windowAt } from '../../../unit/control-server/support/venue.js';
import type { House } from '../support/house.js';
import { colleague, firstAdmin, Guest, openGuardedHouse } from './support/guest.js';

let house: House;
let admin: Guest;
let steward: Guest;
beforeAll(async () => {
  house = await openGuardedHouse({ sessionIdleHours: 0.05 });
  admin = await firstAdmin(house);
  steward = await colleague(house, admin, { name: 'sam', role: 'operator', zones: ['west'] });
});
afterAll(() => house.close());

/** A crowd in the east, seen by everybody who may. */
const crowdTheEast = async (): Promise<void> => {
  const agent = await house.agent();
  for (let second = 1; second <= 13; second += 1) {
    house.second();
    await house.deliver(agent, windowAt('stage', second, 4.2));
    await house.deliver(agent, windowAt('north', second, 0.5));
  }
  house.second();
};

/** Another steward, for a test that does something to the account. */
const another = (name: string): Promise<Guest> =>
  colleague(house, admin, { name, role: 'operator', zones: ['west'] });

describe('[I] two roles at once', () => {
  it('[AC2] each page hears of its own zones, and of nothing else', async () => {
    const [lead, post] = [admin.listen(), steward.listen()];
    const whole = await lead.until(({ type }) => type === 'snapshot');
    const part = await post.until(({ type }) => type === 'snapshot');
    expect(whole.zones.map(({ zone }) => zone)).toEqual(['west', 'east']);
    expect(part).toMatchObject({
      venue: { zones: [{ id: 'west' }], passages: [{ from: 'west', to: 'outside' }] },
      zones: [{ zone: 'west' }],
      edges: [{ edge: 'box-1' }],
    });
    await crowdTheEast();
    await lead.until(({ alerts }) => alerts.some(({ reason }) => reason.kind === 'density'));
    await post.until(({ zones }) => zones.some(({ reading }) => reading !== null));
    const heard = JSON.stringify(post.received);
    expect(post.received.length).toBeGreaterThan(5);
    for (const foreign of ['"east"', '"stage"', '"gate"', '"box-2"']) {
      expect(heard).not.toContain(foreign);
    }
    const numbers = post.received.map(({ sequence }) => sequence);
    expect(numbers).toEqual(numbers.map((_, index) => index));
  });

  it('[AC2] the API answers each as far as they may see', async () => {
    expect((await admin.ask('GET', '/api/v1/alerts')).body).toMatchObject([{}]);
    for (const path of [
      'venue',
      'zones',
      'forecasts',
      'passages',
      'cameras',
      'edges',
      'state',
      'alerts',
      'record?step=60',
    ]) {
      const { status, body } = await steward.ask('GET', `/api/v1/${path}`);
      expect([path, status]).toEqual([path, 200]);
      expect(JSON.stringify(body)).not.toMatch(/"(east|stage|gate|box-2)"/);
    }
    const foreign = await steward.ask('GET', '/api/v1/zones/east/history');
    const nowhere = await steward.ask('GET', '/api/v1/zones/moon/history');
    expect([foreign.status, nowhere.status]).toEqual([404, 404]);
    expect((await steward.ask('GET', '/api/v1/zones/west/history')).status).toBe(200);
  });

  it.each([
    ['GET', '/api/v1/accounts'],
    ['POST', '/api/v1/accounts'],
    ['GET', '/api/v1/tokens'],
    ['GET', '/api/v1/audit'],
    ['GET', '/metrics'],
  ])('%s %s is for admins: 403', async (method, path) => {
    const body = method === 'POST' ? { name: 'x', role: 'admin', zones: null } : undefined;
    expect(await steward.ask(method, path, body)).toMatchObject({
      status: 403,
      body: { error: { code: 'not-allowed' } },
    });
  });

  it('[AC1] a stranger hears and sees nothing: 401', async () => {
    const stranger = new Guest(house).listen();
    await stranger.closed();
    expect(stranger.refusedWith).toBe(401);
    expect(stranger.received).toEqual([]);
  });

  it('[AC3] an account that is disabled loses its open pages at once, and its session', async () => {
    const dismissed = await another('dee');
    const page = dismissed.listen();
    await page.until(({ type }) => type === 'snapshot');
    await admin.ask('PATCH', '/api/v1/accounts/dee', { disabled: true });
    expect(await page.closed()).toBe(4401);
    expect((await dismissed.ask('GET', '/api/v1/session')).status).toBe(401);
    expect((await dismissed.logIn('dee')).status).toBe(401);
  });

  it('[AC3] a page whose zones have changed comes back to see the new ones', async () => {
    const moved = await another('mo');
    const page = moved.listen();
    await page.until(({ type }) => type === 'snapshot');
    await admin.ask('PATCH', '/api/v1/accounts/mo', { zones: ['east'] });
    expect(await page.closed()).toBe(4401);
    const again = await moved.listen().until(({ type }) => type === 'snapshot');
    expect(again).toMatchObject({ zones: [{ zone: 'east' }] });
  });

  it('logging out everywhere closes every page of the account, and of no other', async () => {
    const here = await another('lou');
    const elsewhere = new Guest(house);
    await elsewhere.logIn('lou');
    const pages = [here.listen(), elsewhere.listen()];
    const lead = admin.listen();
    for (const page of [...pages, lead]) await page.until(({ type }) => type === 'snapshot');
    expect((await elsewhere.ask('DELETE', '/api/v1/sessions')).status).toBe(204);
    expect(await Promise.all(pages.map((page) => page.closed()))).toEqual([4401, 4401]);
    expect((await admin.ask('GET', '/api/v1/session')).status).toBe(200);
    expect(lead.closeCode).toBeUndefined();
  });

  it('the last admin can neither be disabled nor made anything else', async () => {
    for (const change of [{ disabled: true }, { role: 'viewer' }]) {
      expect(await admin.ask('PATCH', '/api/v1/accounts/ada', change)).toMatchObject({
        status: 409,
        body: { error: { code: 'last-admin' } },
      });
    }
  });

  it('a session ends when it is not used; an open page uses it', async () => {
    const away = await another('ari');
    const page = admin.listen();
    await page.until(({ type }) => type === 'snapshot');
    // Four minutes in which nobody touches a key; three are allowed.
    for (let part = 0; part < 8; part += 1) house.clock.advance(30_000);
    expect((await admin.ask('GET', '/api/v1/session')).status).toBe(200);
    expect((await away.ask('GET', '/api/v1/session')).status).toBe(401);
  });
});
