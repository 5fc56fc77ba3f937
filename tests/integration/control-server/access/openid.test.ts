import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../../support/free-port.js';
import type { House } from '../support/house.js';
import { colleague, firstAdmin, Guest, openGuardedHouse } from './support/guest.js';
import {
  CLIENT,
  type IdentityProvider,
  logInThere,
  startIdentityProvider,
} from './support/identity-provider.js';

const groups: Record<string, string[]> = {
  kim: ['security', 'stewards-west'],
  ada: ['security'],
  eve: ['caterers'],
};

let provider: IdentityProvider;
let house: House;
let admin: Guest;
let folder: string;
beforeAll(async () => {
  // The address of return only has to be the one that the provider knows: the test carries it over.
  const redirectUri = `http://127.0.0.1:${await freePort()}/auth/oidc/callback`;
  provider = await startIdentityProvider(redirectUri, groups);
  folder = await mkdtemp(join(tmpdir(), 'throng-openid-'));
  const clientSecretFile = join(folder, 'client-secret');
  await writeFile(clientSecretFile, `${CLIENT.secret}\n`);
  house = await openGuardedHouse({
    oidc: {
      issuer: provider.issuer,
      clientId: CLIENT.id,
      clientSecretFile,
      redirectUri,
      roles: { security: 'operator' },
      zones: { 'stewards-west': ['west'] },
    },
  });
  admin = await firstAdmin(house);
});
afterAll(async () => {
  await house.close();
  await provider.close();
  await rm(folder, { recursive: true });
});

/** Away, and back to this server: the page that the return ends on. */
const logIn = async (guest: Guest, name: string): Promise<string> => {
  const away = await guest.ask('GET', '/auth/oidc/start');
  const back = new URL(await logInThere(away.headers.get('location') ?? '', name, provider.issuer));
  const page = await guest.ask('GET', `${back.pathname}${back.search}`);
  return String(page.body);
};

describe('[I] log-in by an OpenID provider', () => {
  it('the log-in page knows of it', async () => {
    const ways = await new Guest(house).ask('GET', '/api/v1/session/ways');
    expect(ways.body).toEqual({ venue: 'Hall', mode: 'accounts', oidc: 'Single sign-on' });
  });

  it('asks with PKCE, state and nonce', async () => {
    const away = await new Guest(house).ask('GET', '/auth/oidc/start');
    const asked = new URL(away.headers.get('location') ?? '').searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const part of ['code_challenge', 'state', 'nonce']) {
      expect(asked.get(part)?.length).toBeGreaterThan(30);
    }
    expect(away.headers.getSetCookie()[0]).toMatch(/Path=\/auth\/oidc; HttpOnly; SameSite=Lax$/);
  });

  it('lets in whoever has a role by their groups, with the zones of their groups', async () => {
    const kim = new Guest(house);
    expect(await logIn(kim, 'kim')).toContain('content="0;url=../../"');
    const expected = { name: 'kim', role: 'operator', zones: ['west'] };
    expect((await kim.ask('GET', '/api/v1/session')).body).toMatchObject(expected);
    expect(kim.cookie).not.toContain('away');
  });

  it('follows the provider when groups change, and keeps a local "disabled"', async () => {
    groups.kim = ['security'];
    const kim = new Guest(house);
    await logIn(kim, 'kim');
    expect((await kim.ask('GET', '/api/v1/session')).body).toMatchObject({ zones: null });
    await admin.ask('PATCH', '/api/v1/accounts/kim', { disabled: true });
    expect(await logIn(new Guest(house), 'kim')).toContain('#failed=disabled');
  });

  it('lets nobody in without a role, and takes over no account of this server', async () => {
    const eve = new Guest(house);
    expect(await logIn(eve, 'eve')).toContain('#failed=no-role');
    expect((await eve.ask('GET', '/api/v1/session')).status).toBe(401);
    expect(await logIn(new Guest(house), 'ada')).toContain('#failed=taken');
  });

  it('a return without a departure, or for the second time, is refused', async () => {
    const guest = new Guest(house);
    const away = await guest.ask('GET', '/auth/oidc/start');
    groups.lee = ['security'];
    const back = new URL(
      await logInThere(away.headers.get('location') ?? '', 'lee', provider.issuer),
    );
    const path = `${back.pathname}${back.search}`;
    expect((await new Guest(house).ask('GET', path)).body).toContain('#failed=expired');
    const forged = path.replace(/state=[^&]+/, 'state=forged');
    expect((await guest.ask('GET', forged)).body).toContain('#failed=provider');
    expect((await guest.ask('GET', path)).body).toContain('#failed=expired');
  });

  it('nobody sets a password for who logs in elsewhere', async () => {
    expect(await admin.ask('POST', '/api/v1/accounts/kim/link')).toMatchObject({
      status: 409,
      body: { error: { code: 'source' } },
    });
    expect(
      await colleague(house, admin, { name: 'pat', role: 'viewer', zones: null }),
    ).toBeDefined();
  });

  it('the client secret is in no line of the log', () => {
    house.second();
    expect(house.log).not.toContain(CLIENT.secret);
  });
});
