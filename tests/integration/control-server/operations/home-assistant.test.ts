import { emptyCalendar } from '@throng/contract';
import { connectAsync } from 'mqtt';
import { describe, expect, it } from 'vitest';
import { eventually } from '../../../support/eventually.js';
import { VENUE } from '../../../unit/control-server/support/venue.js';
import { House } from '../support/house.js';

/** All that the broker keeps for whoever comes now, as Home Assistant does. */
const keptBy = async (broker: string) => {
  const kept = new Map<string, string>();
  const home = await connectAsync(broker, { reconnectPeriod: 0 });
  home.on('message', (topic, payload) => {
    if (payload.length > 0) kept.set(topic, payload.toString());
    else kept.delete(topic);
  });
  await home.subscribeAsync(['homeassistant/#', 'throng/v1/+/server/status']);
  return { kept, leave: () => home.endAsync(true) };
};

describe('[I] Home Assistant over the broker', () => {
  it('finds each zone with its state, and loses one that the next venue file lacks', async () => {
    const house = await House.open(emptyCalendar, { mode: 'open' }, undefined, {
      homeAssistant: {},
    });
    try {
      house.second();
      const { kept, leave } = await keptBy(house.server.broker);
      const zone = 'homeassistant/device/throng_hall_zone_east/config';
      const config = JSON.parse(
        await eventually('the zone to be announced', async () => kept.get(zone)),
      );
      const state = await eventually('its state', async () => kept.get(config.state_topic));
      expect(JSON.parse(state)).toMatchObject({ occupancy: null });
      const [{ payload_available, topic }] = config.availability;
      await eventually('the server to be there', async () =>
        kept.get(topic) === payload_available ? true : undefined,
      );
      expect(house.log).not.toContain('messages refused');
      await leave();
      await house.stop();
      const [west, ...others] = VENUE.zones;
      if (west === undefined) throw new Error('no zone');
      const renamed = others.map((each) => ({ ...each, id: 'annex' }));
      const passages = VENUE.passages.map((each) => ({
        ...each,
        to: each.to === 'east' ? 'annex' : each.to,
      }));
      await house.start({ ...VENUE, zones: [west, ...renamed], passages });
      // A broker that had kept the former zone: the server takes back what it no longer has.
      const watcher = await connectAsync(house.server.broker, { reconnectPeriod: 0 });
      const withdrawn = new Promise((resolve) => {
        watcher.on('message', (name, payload) => {
          if (name === zone && payload.length === 0) resolve(true);
        });
      });
      await watcher.subscribeAsync(zone);
      house.second();
      expect(await withdrawn).toBe(true);
      await watcher.endAsync(true);
    } finally {
      await house.close();
    }
  });
});
