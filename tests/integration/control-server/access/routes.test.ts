import { once } from 'node:events';
import { get } from 'node:http';
import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { requirePermissions } from '../../../../control-server/src/adapters/http/route-permission.js';
import { House } from '../support/house.js';
import { Guest, openGuardedHouse } from './support/guest.js';

let house: House;
beforeAll(async () => {
  house = await openGuardedHouse();
});
afterAll(() => house.close());

/**
 * What strangers may call: how to log in, how to describe oneself, and whether the server lives. A box
 * that is to be enrolled is a stranger until its code, or the certificate it has, says who it is.
 */
const PUBLIC = [
  'GET /api/v1/session/ways',
  'POST /api/v1/session',
  'POST /api/v1/link',
  'POST /api/v1/link/password',
  'POST /api/v1/enrolment',
  'POST /api/v1/enrolment/renew',
];

describe('[I] routes', () => {
  it('[AC1] every route but those for logging in turns strangers away: 401', async () => {
    const stranger = new Guest(house);
    const { body } = await stranger.ask('GET', '/api/v1/openapi.json');
    const described = Object.entries<object>(Object(body).paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => [method.toUpperCase(), path] as const),
    );
    expect(described.length).toBeGreaterThan(20);
    const open: string[] = [];
    for (const [method, path] of described) {
      const filled = path.replace(/\{\w+\}/g, 'west');
      const hasBody = method === 'POST' || method === 'PATCH' || method === 'PUT';
      const { status } = await stranger.ask(method, filled, hasBody ? {} : undefined);
      if (status !== 401) open.push(`${method} ${path}`);
    }
    expect(open.sort()).toEqual([...PUBLIC].sort());
  });

  it.each([
    ['/metrics', 401],
    ['/healthz', 200],
    ['/readyz', 200],
    ['/api/v1/nothing', 401],
  ])('GET %s answers a stranger with %d', async (path, status) => {
    expect((await new Guest(house).ask('GET', path)).status).toBe(status);
  });

  it('open access does not answer a name of another site that was made to lead here', async () => {
    const open = await House.open();
    onTestFinished(() => open.close());
    const { hostname, port } = new URL(open.server.url);
    const asked = async (host: string): Promise<number | undefined> => {
      const request = get({ hostname, port, path: '/api/v1/zones', headers: { host } });
      const [response] = await once(request, 'response');
      response.resume();
      return response.statusCode;
    };
    expect(await asked(`localhost:${port}`)).toBe(200);
    expect(await asked(`evil.example:${port}`)).toBe(401);
  });

  it('a route that does not say who may call it stops the server from starting', () => {
    const app = fastify();
    requirePermissions(app);
    const undeclared = () => app.get('/secret', async () => 'secret');
    expect(undeclared).toThrow('GET /secret says nothing of who may call it');
    app.get('/known', { config: { permission: 'watch' } }, async () => 'known');
  });
});
