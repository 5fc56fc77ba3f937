import type { Alert } from '@throng/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { windowAt } from '../../unit/control-server/support/venue.js';
import { House } from './support/house.js';

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

/** Persons before the stage, of 100 m²: calm for five minutes, then 100 more come each minute. */
const personsAt = (second: number): number => 100 + Math.max(0, second - 300) * (100 / 60);

const arrivals = (second: number): number =>
  Math.round(personsAt(second)) - Math.round(personsAt(second - 1));

describe('[I] from forecast to screen', () => {
  it('a zone that fills is warned of on the page minutes before it passes its limit', async () => {
    const agent = await house.agent();
    const page = house.listen();
    await page.until(({ type }) => type === 'snapshot');
    const alerts: Alert[] = [];
    for (let second = 1; second <= 520; second += 1) {
      house.second();
      const passages = [{ passage: 'gate', in: arrivals(second), out: 0, recall: 1 }];
      const window = windowAt('stage', second, personsAt(second) / 100, { passages });
      await house.deliver(agent, window);
    }
    house.second();
    await page.until((message) => message.alerts.some(({ reason }) => reason.kind === 'density'));
    for (const message of page.received) {
      alerts.push(...message.alerts.filter(({ category }) => category === 'crowd'));
    }
    // Each is explained anew while it stands, which changes neither what it is nor when.
    const told = new Map<string, Alert>();
    for (const alert of alerts) {
      const name = `${alert.reason.kind} ${alert.state}`;
      if (!told.has(name)) told.set(name, alert);
    }
    expect([...told.keys()]).toEqual(['forecast active', 'density active', 'forecast cleared']);
    const [warning, passed] = told.values();
    expect(new Set(alerts.map(({ changedAt, id }) => `${id} ${changedAt}`)).size).toBe(told.size);
    const lead = Date.parse(passed?.raisedAt ?? '') - Date.parse(warning?.raisedAt ?? '');
    expect(lead).toBeGreaterThan(60_000);
    expect(warning?.reason).toMatchObject({
      zone: 'east',
      passing: { limit: 4, probability: expect.toSatisfy((p: number) => p > 0.6) },
      flows: [{ passage: 'gate' }],
      explanation: {
        bottleneck: null,
        causes: [{ kind: 'inflow-above-usual', passage: 'gate' }],
        remedies: [{ action: 'hold', passage: 'gate', avoids: true }],
      },
    });
    expect(passed?.incident).toBe(warning?.incident);
    expect(await house.json('/api/v1/forecasts')).toMatchObject([
      { zone: 'west', ahead: null, unknownBecause: 'too-little-seen' },
      { zone: 'east', ahead: { horizons: [{ seconds: 60 }, {}, {}, {}, { seconds: 900 }] } },
    ]);
    const { text } = await house.get('/metrics');
    expect(text).toMatch(/^throng_zones_forecast 1$/m);
    expect(text).toMatch(/^throng_forecast_seconds_count 5\d$/m);
    expect(text).toMatch(/^throng_forecast_failures_total 0$/m);
  });
});
