import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { House } from '../support/house.js';
import { firstAdmin, firstLink, Guest, openGuardedHouse, PASSWORD } from './support/guest.js';

let house: House;
beforeEach(async () => {
  house = await openGuardedHouse();
});
afterEach(() => house.close());

const use = (link: string, name = 'ada', password = PASSWORD) =>
  new Guest(house).ask('POST', '/api/v1/link/password', { link, name, password });

describe('[I] the first start', () => {
  it('lets nobody in but by its link, which makes one admin, once', async () => {
    const stranger = new Guest(house);
    expect((await stranger.logIn('admin', 'admin')).status).toBe(401);
    expect(house.server.firstAdmin).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/login\.html#link=/);

    const link = firstLink(house);
    const admin = await firstAdmin(house);
    expect((await admin.ask('GET', '/api/v1/session')).body).toMatchObject({
      name: 'ada',
      role: 'admin',
      zones: null,
    });
    expect(await use(link, 'eve')).toMatchObject({
      status: 410,
      body: { error: { code: 'link' } },
    });
    expect((await admin.ask('GET', '/api/v1/accounts')).body).toMatchObject([{ name: 'ada' }]);
  });

  it('of two who use the link at the same moment, one gets in', async () => {
    const link = firstLink(house);
    const both = await Promise.all([use(link, 'ada'), use(link, 'eve')]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 410]);
  });

  it('the link runs out, and a restart makes a new one and ends the old', async () => {
    const old = firstLink(house);
    house.clock.advance(3_600_000);
    expect((await use(old)).status).toBe(410);
    await house.stop();
    await house.start();
    expect((await use(old)).status).toBe(410);
    expect((await use(firstLink(house))).status).toBe(204);
    await house.stop();
    await house.start();
    expect(house.server.firstAdmin).toBeUndefined();
    expect((await new Guest(house).logIn('Ada ')).status).toBe(204);
  });

  it.each([
    ['short', 'too-short'],
    ['ababababababab', 'too-simple'],
    ['my name is ada!', 'holds-name'],
  ])('refuses the password "%s": %s, and the link still works', async (password, code) => {
    const link = firstLink(house);
    expect(await use(link, 'ada', password)).toMatchObject({
      status: 400,
      body: { error: { code } },
    });
    expect((await new Guest(house).ask('POST', '/api/v1/link', { link })).body).toEqual({
      account: null,
    });
  });
});
