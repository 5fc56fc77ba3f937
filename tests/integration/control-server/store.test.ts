import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { windowAt } from '../../unit/control-server/support/venue.js';
import { House } from './support/house.js';

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

const HISTORY =
  '/api/v1/zones/east/history?step=1&from=2026-07-04T19:30:00Z&to=2026-07-04T19:32:00Z';

const points = async (): Promise<number> => {
  const body = await house.json(HISTORY);
  if (typeof body !== 'object' || body === null || !('points' in body))
    throw new Error('no points');
  return Array.isArray(body.points) ? body.points.length : -1;
};

describe('[I] the record', () => {
  it('a restart keeps the history and the alerts that stand', async () => {
    const agent = await house.agent();
    for (let end = 1; end <= 12; end += 1) {
      house.second();
      await house.deliver(agent, windowAt('stage', end, 4.2));
    }
    house.second();
    await house.stop();
    await house.start();
    expect(await points()).toBe(12);
    const snapshot = await house.listen().until(({ type }) => type === 'snapshot');
    expect(snapshot.alerts).toMatchObject([{ state: 'active', reason: { zone: 'east' } }]);
  });

  it('a locked database stops nothing: it is told, rows wait, and are written when it is free', async () => {
    const agent = await house.agent();
    const page = house.listen();
    await page.until(({ type }) => type === 'snapshot');
    const other = new Database(house.storeFile);
    other.exec('BEGIN IMMEDIATE');
    const failing = (state: string) =>
      page.until(({ alerts }) =>
        alerts.some((alert) => alert.reason.kind === 'store-failing' && alert.state === state),
      );
    for (let end = 1; end <= 8; end += 1) {
      house.second();
      await house.deliver(agent, windowAt('stage', end));
    }
    expect((await failing('active')).alerts).toMatchObject([{ reason: { code: 'locked' } }]);
    expect((await house.get('/readyz')).status).toBe(503);
    expect(await house.json('/api/v1/zones')).toMatchObject([{}, { reading: { persons: 50 } }]);
    expect(await house.json('/api/v1/alerts')).toMatchObject([{ reason: { code: 'locked' } }]);
    expect(await points()).toBe(0);

    other.exec('ROLLBACK');
    other.close();
    for (let end = 9; end <= 16; end += 1) {
      house.second();
      await house.deliver(agent, windowAt('stage', end));
    }
    await failing('cleared');
    expect((await house.get('/readyz')).status).toBe(200);
    expect(await points()).toBe(15);
  });
});
