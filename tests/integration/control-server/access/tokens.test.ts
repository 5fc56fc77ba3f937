import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { House } from '../support/house.js';
import { firstAdmin, Guest, openGuardedHouse } from './support/guest.js';

let house: House;
let admin: Guest;
beforeAll(async () => {
  house = await openGuardedHouse();
  admin = await firstAdmin(house);
});
afterAll(() => house.close());

const make = async (wish: object): Promise<{ id: string; secret: string }> => {
  const made = await admin.ask('POST', '/api/v1/tokens', { zones: null, ...wish });
  expect(made.status).toBe(201);
  const { token, secret } = Object(made.body);
  return { id: token.id, secret };
};
const bearing = (secret: string) => ({ authorization: `Bearer ${secret}` });
const ask = (secret: string, path: string) =>
  new Guest(house).ask('GET', path, undefined, bearing(secret));

describe('[I] API tokens', () => {
  it('do what their scopes say, and are shown once', async () => {
    const { secret } = await make({ name: 'prometheus', scopes: ['read-metrics'] });
    expect((await ask(secret, '/metrics')).status).toBe(200);
    expect((await ask(secret, '/api/v1/zones')).status).toBe(403);
    const list = await admin.ask('GET', '/api/v1/tokens');
    expect(list.body).toMatchObject([{ name: 'prometheus', scopes: ['read-metrics'] }]);
    expect(JSON.stringify(list.body)).not.toContain(secret.split('_')[2]);
  });

  it('are limited to zones, over the live channel too', async () => {
    const { secret } = await make({ name: 'wall', scopes: ['watch'], zones: ['west'] });
    expect((await ask(secret, '/api/v1/zones')).body).toMatchObject([{ zone: 'west' }]);
    const page = house.listen(undefined, bearing(secret));
    const snapshot = await page.until(({ type }) => type === 'snapshot');
    expect(snapshot).toMatchObject({ zones: [{ zone: 'west' }] });
  });

  it('a token that is revoked closes what it opened', async () => {
    const { id, secret } = await make({ name: 'lent', scopes: ['watch'] });
    const page = house.listen(undefined, bearing(secret));
    await page.until(({ type }) => type === 'snapshot');
    expect((await admin.ask('DELETE', `/api/v1/tokens/${id}`)).status).toBe(204);
    expect(await page.closed()).toBe(4401);
    expect((await ask(secret, '/api/v1/zones')).status).toBe(401);
    expect((await admin.ask('DELETE', `/api/v1/tokens/${id}`)).status).toBe(404);
  });

  it('a guess at a secret is nobody, and a cookie does not help it', async () => {
    const { id } = await make({ name: 'known-id', scopes: ['watch'] });
    const guess = `throng_${id}_${'A'.repeat(43)}`;
    expect((await ask(guess, '/api/v1/zones')).status).toBe(401);
    expect((await admin.ask('GET', '/api/v1/zones', undefined, bearing(guess))).status).toBe(401);
  });

  it('a token cannot be lent zones that do not exist, or a name that is taken', async () => {
    const wish = { name: 'wall', scopes: ['watch'], zones: ['moon'] };
    expect((await admin.ask('POST', '/api/v1/tokens', wish)).status).toBe(400);
    const taken = await admin.ask('POST', '/api/v1/tokens', { ...wish, zones: null });
    expect(taken).toMatchObject({ status: 409, body: { error: { code: 'taken' } } });
  });
});
