import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { House } from '../support/house.js';
import { firstAdmin, Guest, openGuardedHouse, PASSWORD } from './support/guest.js';

let house: House;
let admin: Guest;
beforeAll(async () => {
  house = await openGuardedHouse({ trustedProxies: ['127.0.0.1'] });
  admin = await firstAdmin(house);
});
afterAll(() => house.close());

const from = (address: string) => ({ 'x-forwarded-for': address });
const guess = (address: string, password = 'wrong wrong wrong', name = 'ada') =>
  new Guest(house).ask('POST', '/api/v1/session', { name, password }, from(address));

describe('[I] logging in', () => {
  it('hands out a cookie that no script reads and no other site sends', async () => {
    const answer = await new Guest(house).logIn('ada');
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(
      /^throng-hall=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    const body = { name: 'ada', password: PASSWORD };
    const secure = await new Guest(house).ask('POST', '/api/v1/session', body, {
      'x-forwarded-proto': 'https',
    });
    expect(secure.headers.getSetCookie()[0]).toContain('; Secure');
  });

  it('a wrong name, a wrong password and a disabled account are answered alike', async () => {
    const answers = [await guess('192.0.2.1'), await guess('192.0.2.1', PASSWORD, 'nobody')];
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 401, body: { error: { code: 'wrong' } } });
    }
    expect(answers[0]?.body).toEqual(answers[1]?.body);
  });

  it('guessing gets slower, from one address or from many, and never locks the owner out', async () => {
    house.clock.advance(3_600_000);
    for (let attempt = 0; attempt < 4; attempt += 1) {
      expect((await guess(`192.0.2.${attempt}`)).status).toBe(401);
    }
    const waits: number[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const delayed = await guess(`198.51.100.${attempt}`);
      expect(delayed).toMatchObject({ status: 429, body: { error: { code: 'delayed' } } });
      const wait = Number(delayed.headers.get('retry-after'));
      waits.push(wait);
      house.clock.advance(wait * 1_000);
      expect((await guess(`198.51.100.${attempt}`)).status).toBe(401);
    }
    expect(waits).toEqual([1, 2, 4]);
    // The owner was here before, from this address: others' guesses do not slow them.
    expect((await guess('203.0.113.9', PASSWORD)).status).toBe(429);
    house.clock.advance(30_000);
    expect((await guess('203.0.113.9', PASSWORD)).status).toBe(204);
    await guess('198.51.100.77');
    expect((await guess('198.51.100.78', PASSWORD)).status).toBe(429);
    expect((await guess('203.0.113.9', PASSWORD)).status).toBe(204);
  });

  it('many guesses at the same moment are as slow as many in a row', async () => {
    house.clock.advance(3_600_000);
    const answers = await Promise.all(Array.from({ length: 30 }, () => guess('192.0.2.1')));
    const looked = answers.filter(({ status }) => status === 401);
    expect(looked).toHaveLength(4);
  });

  it('[AC4] a page of another site can neither log in nor change anything', async () => {
    const foreign = { origin: 'https://evil.example' };
    const body = { name: 'ada', password: PASSWORD };
    const logIn = await new Guest(house).ask('POST', '/api/v1/session', body, foreign);
    const logOut = await admin.ask('DELETE', '/api/v1/sessions', undefined, foreign);
    for (const answer of [logIn, logOut]) {
      expect(answer).toMatchObject({ status: 403, body: { error: { code: 'foreign-origin' } } });
    }
    expect((await admin.ask('GET', '/api/v1/session')).status).toBe(200);
  });

  it('a password, a cookie, a link or a token is in no line of the log', async () => {
    const made = await admin.ask('POST', '/api/v1/tokens', {
      name: 'wall',
      scopes: ['watch'],
      zones: null,
    });
    const secret = String(Object(made.body).secret);
    await admin.ask('GET', '/api/v1/nothing', undefined, { authorization: `Bearer ${secret}` });
    await guess('192.0.2.1', 'a wrong but secret one');
    house.second();
    for (const word of [PASSWORD, secret, admin.cookie.split('=')[1] ?? '', 'a wrong but secret']) {
      expect(word.length).toBeGreaterThan(10);
      expect(house.log).not.toContain(word);
    }
  });
});
