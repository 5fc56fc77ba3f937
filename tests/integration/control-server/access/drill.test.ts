import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { emptyCalendar } from '@throng/contract';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../../support/eventually.js';
import { windowAt } from '../../../unit/control-server/support/venue.js';
import { House } from '../support/house.js';
import { LiveListener } from '../support/live-listener.js';
import { colleague, firstAdmin, type Guest } from './support/guest.js';

let house: House;
let lead: Guest;
let viewer: Guest;
let admin: Guest;

beforeAll(async () => {
  const settings = { drills: { folder: 'drills' } };
  house = await House.open(emptyCalendar, { mode: 'accounts' }, 'no-page-here', settings);
  admin = await firstAdmin(house);
  lead = await colleague(house, admin, { name: 'lea', role: 'operator', zones: null });
  viewer = await colleague(house, admin, { name: 'vic', role: 'viewer', zones: ['east'] });
  const folder = join(house.folder, 'drills');
  await mkdir(folder);
  const lines = Array.from({ length: 40 }, (_, second) =>
    JSON.stringify(windowAt('stage', second + 1, 8)),
  );
  await writeFile(join(folder, 'crush.jsonl'), lines.join('\n'));
});
afterAll(() => house.close());

const drillLane = (guest: Guest): LiveListener =>
  new LiveListener(house.server.url, house.server.url, { cookie: guest.cookie }, '/ws?lane=drill');
const state = async () => Object((await lead.ask('GET', '/api/v1/drill')).body);

/** Seconds pass, each seen to its end: the lane reads its recording from disk. */
const pass = async (seconds: number): Promise<void> => {
  for (let second = 0; second < seconds; second += 1) {
    house.second();
    await new Promise(setImmediate);
  }
};

describe('[I] a drill', () => {
  it('[DR5] a viewer begins none, and one that is not there is refused', async () => {
    const start = { scenario: 'crush', speed: 1, fromMinute: 0 };
    expect((await viewer.ask('POST', '/api/v1/drill', start)).status).toBe(403);
    const unknown = await lead.ask('POST', '/api/v1/drill', { ...start, scenario: 'flood' });
    expect(unknown).toMatchObject({ status: 404 });
    expect((await lead.ask('POST', '/api/v1/drill', start)).status).toBe(200);
    expect((await lead.ask('POST', '/api/v1/drill', start)).status).toBe(409);
    expect(await state()).toMatchObject({
      scenarios: ['crush'],
      running: { scenario: 'crush', by: 'lea', speed: 1 },
    });
  });

  it('[DR1] [DR2] its crowd raises alerts on its own lane, under marked names, for limited eyes too', async () => {
    const page = drillLane(viewer);
    const snapshot = await page.until(({ type }) => type === 'snapshot');
    expect(JSON.stringify(snapshot)).toContain('"name":"DRILL · East"');
    expect(JSON.stringify(snapshot)).not.toContain('"name":"East"');
    await eventually('an emergency in the drill', async () => {
      await pass(1);
      return page.received.some(({ alerts }) =>
        alerts.some(({ priority }) => priority === 'emergency'),
      );
    });
  });

  it('[DR3] nothing of it is in the real state, channel or store', async () => {
    const page = viewer.listen();
    await page.until(({ type }) => type === 'snapshot');
    await pass(3);
    await page.until(({ type }) => type === 'delta');
    expect(JSON.stringify(page.received)).not.toMatch(/DRILL|emergency/);
    const now = await lead.ask('GET', '/api/v1/state');
    expect(JSON.stringify(now.body)).not.toMatch(/DRILL|emergency/);
    const alerts = await lead.ask('GET', '/api/v1/alerts');
    expect(JSON.stringify(alerts.body)).not.toContain('density');
    const store = new Database(house.storeFile, { readonly: true });
    const rows = store.prepare('SELECT COUNT(*) AS n FROM zone_measurement').get();
    store.close();
    expect(rows).toEqual({ n: 0 });
  });

  it('[DR4] an act on its alert is on record as done in a drill', async () => {
    const page = drillLane(lead);
    const { alerts } = await page.until(({ type }) => type === 'snapshot');
    const id = alerts.find(({ category }) => category === 'crowd')?.id ?? 'none';
    const act = { kind: 'acknowledge' };
    expect((await lead.ask('POST', `/api/v1/alerts/${id}/acts`, act)).status).toBe(404);
    expect((await lead.ask('POST', `/api/v1/drill/alerts/${id}/acts`, act)).status).toBe(200);
    const found = await admin.ask('GET', '/api/v1/audit?limit=20');
    expect(Object(found.body).records).toContainEqual(
      expect.objectContaining({
        action: 'alert-acknowledged',
        subject: `drill/${id}`,
        details: expect.objectContaining({ mode: 'drill' }),
      }),
    );
  });

  it('[DR5] ends by itself after its last window, and its pages are sent away', async () => {
    const page = drillLane(lead);
    await page.until(({ type }) => type === 'snapshot');
    await eventually('the drill to end', async () => {
      await pass(1);
      return (await state()).running === null;
    });
    await eventually('the page to be sent away', () => page.closeCode !== undefined);
    const late = drillLane(lead);
    await eventually('a late page to be refused', () => late.refusedWith === 404);
    expect((await lead.ask('DELETE', '/api/v1/drill')).status).toBe(409);
  });
});
