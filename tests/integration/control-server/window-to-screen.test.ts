import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { windowAt } from '../../unit/control-server/support/venue.js';
import { House } from './support/house.js';

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

describe('[I] from window to screen', () => {
  it('a window in at the broker is a delta out at the page, and a point in the history', async () => {
    const agent = await house.agent();
    const page = house.listen();
    const snapshot = await page.until((message) => message.type === 'snapshot');
    expect(snapshot).toMatchObject({
      sequence: 0,
      venue: { id: 'hall' },
      zones: [
        { zone: 'west', reading: null },
        { zone: 'east', reading: null },
      ],
    });

    house.second();
    await house.deliver(agent, windowAt('stage', 1, 0.75));
    house.second();
    const delta = await page.until(({ zones }) => zones.some(({ reading }) => reading !== null));
    expect(delta).toMatchObject({
      type: 'delta',
      zones: [{ zone: 'east', reading: { persons: 75, density: 0.75, band: 'normal' } }],
    });

    expect(await house.json('/api/v1/zones')).toMatchObject([{}, { reading: { persons: 75 } }]);
    const history = '/api/v1/zones/east/history?from=2026-07-04T19:30:00Z&to=2026-07-04T19:31:00Z';
    expect(await house.json(history)).toMatchObject({
      step: 10,
      points: [{ at: '2026-07-04T19:30:00.000Z', persons: 75, density: 0.75, coverage: 1 }],
    });
  });

  it('a crowd raises an alert on every page, in the log, and in the record', async () => {
    const agent = await house.agent();
    const pages = [house.listen(), house.listen()];
    for (const page of pages) await page.until(({ type }) => type === 'snapshot');
    for (let second = 1; second <= 12; second += 1) {
      house.second();
      await house.deliver(agent, windowAt('stage', second, 4.2));
    }
    house.second();
    for (const page of pages) {
      const { alerts } = await page.until((message) => message.alerts.length > 0);
      expect(alerts).toMatchObject([{ priority: 'warning', reason: { zone: 'east' } }]);
      const numbers = page.received.map(({ sequence }) => sequence);
      expect(numbers).toEqual(numbers.map((_, index) => index));
    }
    expect(house.log).toContain('alert raised');
    house.second();
    expect(await house.json('/api/v1/alerts?state=active')).toMatchObject([
      { priority: 'warning' },
    ]);
  });

  it('an agent that dies is offline by its last will, and its ground unknown', async () => {
    const agent = await house.agent({ topic: 'throng/v1/hall/box-2/status', payload: 'offline' });
    const page = house.listen();
    house.second();
    await house.deliver(agent, windowAt('stage', 1));
    house.second();
    await page.until(({ zones }) => zones.some(({ reading }) => reading !== null));
    agent.stream.destroy();
    await expect
      .poll(async () => {
        house.second();
        return house.json('/api/v1/edges');
      })
      .toMatchObject([{}, { edge: 'box-2', status: 'offline' }]);
    house.second();
    expect(await house.json('/api/v1/zones')).toMatchObject([
      {},
      { reading: null, unknownBecause: 'edge-offline' },
    ]);
  });

  it('with nobody on the live channel, work goes on', async () => {
    const agent = await house.agent();
    const page = house.listen();
    await page.until(({ type }) => type === 'snapshot');
    page.socket.close();
    await page.closed();
    await house.deliver(agent, windowAt('stage', 1));
    house.second();
    house.second();
    const again = house.listen();
    const snapshot = await again.until(({ type }) => type === 'snapshot');
    expect(snapshot).toMatchObject({ sequence: 0, zones: [{}, { reading: { persons: 50 } }] });
  });

  it('clients are told when the server goes', async () => {
    const page = house.listen();
    await page.until(({ type }) => type === 'snapshot');
    await house.stop();
    expect(await page.closed()).toBe(1001);
  });
});
