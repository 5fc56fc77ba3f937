import { describe, expect, it } from 'vitest';
import { HomeAnnouncer } from '../../../../control-server/src/home-assistant/announcer.js';
import { discovery } from '../../../../control-server/src/home-assistant/discovery.js';
import { homeStates } from '../../../../control-server/src/home-assistant/states.js';
import { planVenue } from '../../../../control-server/src/index.js';
import { processInput } from '../../../../control-server/src/processing/process-input.js';
import { initialState } from '../../../../control-server/src/processing/processing-state.js';
import { PLAN, RULES, START, VENUE, windowAt } from '../support/venue.js';

const blank = initialState(PLAN, START);

/** The venue after `seconds` in which the stage alone was so full. */
const after = (seconds: number, density: number) => {
  let state = blank;
  for (let second = 1; second <= seconds; second += 1) {
    const now = START + second * 1_000;
    const window = windowAt('stage', second, density);
    state = processInput(PLAN, RULES, state, { kind: 'window', window }, now).state;
    state = processInput(PLAN, RULES, state, { kind: 'tick' }, now).state;
  }
  return state;
};

const told = (state: typeof blank) =>
  Object.fromEntries(
    homeStates('homeassistant', PLAN, state).map(({ text, topic }) => [topic, JSON.parse(text)]),
  );

describe('[U] Home Assistant', () => {
  it('what is not known is null, never zero', () => {
    expect(told(blank)).toEqual({
      'homeassistant/throng/hall/venue/state': {
        alert: 'off',
        cameras: { south: 'on', north: 'on', stage: 'on' },
      },
      ...Object.fromEntries(
        ['west', 'east'].map((zone) => [
          `homeassistant/throng/hall/zone/${zone}/state`,
          { occupancy: null, density: null, level_of_service: null, alert: null },
        ]),
      ),
    });
  });

  it('tells persons, density, level of service, alerts and lost cameras', () => {
    const states = told(after(14, 4.2));
    expect(states['homeassistant/throng/hall/zone/east/state']).toEqual({
      ...{ occupancy: 420, density: 4.2, level_of_service: 'E', alert: 'on' },
    });
    expect(states['homeassistant/throng/hall/venue/state']).toEqual({
      alert: 'on',
      cameras: { south: 'on', north: 'on', stage: 'off' },
    });
  });

  it('announces a device a zone, with the keys that Home Assistant knows', () => {
    const [venue, west] = discovery('homeassistant', VENUE, '0.1.0');
    expect(venue?.topic).toBe('homeassistant/device/throng_hall_venue/config');
    expect(west?.topic).toBe('homeassistant/device/throng_hall_zone_west/config');
    const config = JSON.parse(west?.text ?? '');
    expect(config).toMatchObject({
      device: { identifiers: ['throng_hall_zone_west'], name: 'West' },
      origin: { name: 'Throng', sw_version: '0.1.0' },
      availability: [
        {
          topic: 'throng/v1/hall/server/status',
          payload_available: 'online',
          payload_not_available: 'offline',
        },
      ],
      state_topic: 'homeassistant/throng/hall/zone/west/state',
      components: {
        throng_hall_zone_west_occupancy: {
          platform: 'sensor',
          state_class: 'measurement',
          unique_id: 'throng_hall_zone_west_occupancy',
          value_template: '{{ value_json.occupancy }}',
        },
      },
    });
    const ids = Object.values(config.components).map((each) => Object(each).unique_id);
    expect(new Set(ids).size).toBe(4);
  });
});

describe('[U] what Home Assistant is told, and when', () => {
  const open = (former: string[] = []) => {
    let now = START;
    const sent: { topic: string; text: string }[] = [];
    const announcer = new HomeAnnouncer({
      ...{ prefix: 'homeassistant', release: '0.1.0', former, clock: { now: () => now } },
      retain: (topic, text) => void sent.push({ topic, text }),
    });
    return { announcer, sent, wait: (seconds: number) => (now += seconds * 1_000) };
  };
  const east = ({ topic }: { topic: string }) =>
    topic === 'homeassistant/throng/hall/zone/east/state';

  it('a state once in 5 s at most, the newest, and only when it changed', () => {
    const { announcer, sent, wait } = open();
    const full = after(3, 4.2);
    announcer.step(PLAN, blank);
    wait(1);
    announcer.step(PLAN, full);
    expect(sent.filter(east)).toHaveLength(1);
    wait(4);
    announcer.step(PLAN, full);
    expect(sent.filter(east)).toHaveLength(2);
    const count = sent.length;
    wait(60);
    announcer.step(PLAN, full);
    expect(sent).toHaveLength(count);
  });

  it('takes back a zone that is gone, now or since the last start', () => {
    const { announcer, sent } = open(['balcony']);
    announcer.step(PLAN, blank);
    const fewer = { ...VENUE, zones: VENUE.zones.slice(0, 1), cameras: [], passages: [] };
    const plan = planVenue(fewer);
    announcer.step(plan, initialState(plan, START));
    const empty = sent.filter(({ text }) => text === '').map(({ topic }) => topic);
    expect(empty).toEqual([
      'homeassistant/device/throng_hall_zone_balcony/config',
      'homeassistant/throng/hall/zone/balcony/state',
      'homeassistant/device/throng_hall_zone_east/config',
      'homeassistant/throng/hall/zone/east/state',
    ]);
  });
});
