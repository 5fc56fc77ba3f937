import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { House } from './support/house.js';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

describe('[I] HTTP', () => {
  it('describes itself as OpenAPI 3.1, with every route answering as described', async () => {
    const description = await house.json('/api/v1/openapi.json');
    expect(description).toMatchObject({ openapi: '3.1.0', components: { schemas: { alert: {} } } });
    const described = Object.entries(Object(description).paths);
    const paths = described.flatMap(([path, methods]) => ('get' in Object(methods) ? [path] : []));
    expect(paths).toContain('/api/v1/zones/{zone}/history');
    // What an event was like, a picture, or what a box was told is asked for where there has been one.
    for (const path of paths.filter((known) => !/\{(event|id|edge|sha256)\}/.test(known))) {
      const asked = path.replace('{zone}', 'west').replace('{version}', '1');
      const { status } = await house.get(asked);
      expect([path, status]).toEqual([path, 200]);
    }
  });

  it.each([
    ['/api/v1/zones/moon/history', 404, 'not-found'],
    ['/api/v1/nothing', 404, 'not-found'],
    ['/api/v1/zones/west/history?step=0', 400, 'bad-request'],
    ['/api/v1/zones/west/history?from=yesterday', 400, 'bad-request'],
    ['/api/v1/zones/west/history?from=2026-02-30T25:00:00Z', 400, 'bad-request'],
    [
      '/api/v1/zones/west/history?from=2026-07-05T00:00:00Z&to=2026-07-04T00:00:00Z',
      400,
      'bad-request',
    ],
    ['/api/v1/zones/west/history?step=1&from=2020-01-01T00:00:00Z', 400, 'bad-request'],
    ['/api/v1/alerts?state=asleep', 400, 'bad-request'],
    ['/..%2f..%2fetc%2fpasswd', 404, 'not-found'],
  ])('%s is answered %d with a code and a sentence', async (path, status, code) => {
    const answer = await house.get(path);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toEqual({ error: { code, message: expect.any(String) } });
  });

  it('allows the page nothing but this server', async () => {
    const { headers } = await house.get('/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`connect-src 'self' ${house.server.url.replace('http', 'ws')}`);
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('tells how to build the page when it is not built', async () => {
    const { status, text } = await house.get('/');
    expect(status).toBe(200);
    expect(text).toContain('npm run build');
  });

  it('stays ready while the clock of its machine is not believed, and tells by how much', async () => {
    house.clock.heldBy = -3_600;
    expect(await house.json('/readyz')).toMatchObject({ status: 'ready', clockHeldBy: -3_600 });
    expect((await house.get('/metrics')).text).toContain('throng_clock_held_seconds -3600\n');
    house.clock.heldBy = undefined;
    expect(await house.json('/readyz')).not.toHaveProperty('clockHeldBy');
    expect((await house.get('/metrics')).text).toContain('throng_clock_held_seconds 0\n');
  });

  it('is alive, ready and measured', async () => {
    expect(await house.json('/healthz')).toEqual({ status: 'alive' });
    expect(await house.json('/readyz')).toEqual({ status: 'ready', broker: true, store: true });
    house.second();
    const { text } = await house.get('/metrics');
    for (const name of [
      'throng_windows_admitted_total',
      'throng_window_lag_seconds_bucket',
      'throng_store_write_seconds_count',
      'throng_zones_unknown 2',
      'throng_alerts_active{priority="critical"} 0',
      'throng_live_clients 0',
    ]) {
      expect(text).toContain(name);
    }
  });

  it('opens the live channel to its own page and to programs, not to pages of others', async () => {
    const own = house.listen(house.server.url);
    await own.until(({ type }) => type === 'snapshot');
    const foreign = house.listen('http://evil.example');
    expect(await foreign.closed()).toBe(1006);
    expect(foreign.received).toEqual([]);
    own.socket.close();
  });

  it('limits who asks too much, and never what watches over it', async () => {
    const statuses = new Set<number>();
    for (let request = 0; request < 1_300; request += 50) {
      const answers = await Promise.all(
        Array.from({ length: 50 }, () => house.get('/api/v1/zones')),
      );
      for (const { status } of answers) statuses.add(status);
    }
    expect([...statuses].sort()).toEqual([200, 429]);
    expect((await house.get('/healthz')).status).toBe(200);
  });
});
