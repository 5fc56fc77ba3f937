import { join } from 'node:path';
import { windowName, windowTrace } from '@throng/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../../../control-server/src/adapters/audit/sha256.js';
import { BOOT, windowAt } from '../../../unit/control-server/support/venue.js';
import { firstAdmin, type Guest, openGuardedHouse } from '../access/support/guest.js';
import { command } from '../support/command.js';
import type { House } from '../support/house.js';

let house: House;
let admin: Guest;
beforeAll(async () => {
  house = await openGuardedHouse();
  admin = await firstAdmin(house);
  const agent = await house.agent();
  for (let second = 1; second <= 14; second += 1) {
    house.second();
    const latency = { p50: 90, p95: 140 };
    await house.deliver(agent, windowAt('stage', second, 4.2, { latency }));
  }
  // What is noted after the rows are written goes onto the record with the next second.
  for (let second = 0; second < 3; second += 1) {
    house.second();
    await admin.ask('GET', '/api/v1/zones');
  }
});
afterAll(() => house.close());

const trace = async (asked: string) =>
  command('trace', asked, '-c', join(house.folder, 'venue.yml'), '--json');

describe('[I] from frame to alert', () => {
  it('tells which windows raised an alert, and when each step was done', async () => {
    const { body } = await admin.ask('GET', '/api/v1/alerts?state=active');
    const alert = Object(body).alerts?.[0] ?? Object(body)[0];
    const [found] = JSON.parse((await trace(alert.id)).out);
    const [window] = found.windows;
    expect(window.name).toMatch(new RegExp(`^box-2/stage/${BOOT}/1[0-4]$`));
    expect(found.steps.map(({ name }: { name: string }) => name)).toEqual([
      ...['captured', 'ready at the box', 'heard', 'admitted', 'judged', 'told', 'stored'],
    ]);
    const since = found.steps.map(({ seconds }: { seconds: number }) => seconds);
    expect(since).toEqual([0, 0.14, 0, 0, 1, 1, 1]);
    for (const asked of [window.name, window.trace]) {
      expect(JSON.parse((await trace(asked)).out)).toEqual([found]);
    }
  });

  it('says plainly what it does not know', async () => {
    const stranger = await trace(windowName({ ...windowAt('north', 1), sequence: 9 }));
    expect(stranger).toMatchObject({ code: 1, out: expect.stringContaining('"unknown"') });
  });

  it('gives a window the same trace on both sides, of its name alone', () => {
    const name = windowName(windowAt('stage', 7));
    expect(name).toBe(`box-2/stage/${BOOT}/7`);
    expect(windowTrace(name, sha256)).toMatch(/^[0-9a-f]{32}$/);
    expect(windowTrace(name, sha256)).toBe(
      windowTrace(windowName(windowAt('stage', 7, 3)), sha256),
    );
  });

  it('names each request in its answer and in the record of what was done by it', async () => {
    const answer = await admin.ask('POST', '/api/v1/accounts', {
      ...{ name: 'kim', role: 'viewer', zones: null },
    });
    const request = answer.headers.get('x-request-id');
    expect(request).toMatch(/^[0-9a-f-]{36}$/);
    const { body } = await admin.ask('GET', '/api/v1/audit?action=account-added&limit=1');
    expect(Object(body).records[0].details.request).toBe(request);
    const other = await admin.ask('GET', '/api/v1/zones');
    expect(other.headers.get('x-request-id')).not.toBe(request);
  });
});
