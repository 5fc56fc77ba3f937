import { describe, expect, it } from 'vitest';
import { readVenue, VENUE_FILE } from '../../../demo/src/simulated-venue/read-venue.js';
import {
  alertDelays,
  eveningClock,
  firstIncident,
  joinAt,
  serverChanges,
  story,
} from '../../../demo/src/simulated-venue/story.js';

const arena = async () => {
  const read = await readVenue(VENUE_FILE);
  if (!read.ok) throw new Error(read.message);
  return read.value;
};

describe('the story of the evening', () => {
  it('[U] tells which gate closes, and when', async () => {
    const simulated = await arena();
    const incident = firstIncident(simulated);
    expect(incident).toMatchObject({ capacity: 0 });
    const now = (incident?.at ?? 0) - 60;
    const text = story(simulated, { now, speed: 6, origin: 'http://127.0.0.1:8080' });
    expect(text).toMatch(/In about 10 s .*Gate.* closes at the wrong moment/);
    expect(text).toContain('http://127.0.0.1:8080');
  });

  it('[U] joins before anything goes wrong, however fast the evening passes', async () => {
    const simulated = await arena();
    const at = firstIncident(simulated)?.at ?? 0;
    for (const speed of [0.1, 1, 6, 60]) {
      expect(joinAt(simulated, speed)).toBeLessThan(at);
      expect(joinAt(simulated, speed)).toBeGreaterThanOrEqual(0);
    }
  });

  it('[U] in real time the alerts wait as long as anywhere', () => {
    expect(alertDelays(1)).toMatchObject({ onDelaySeconds: 10, offDelaySeconds: 30 });
    expect(alertDelays(10).onDelaySeconds).toBe(1);
    expect(alertDelays(60).onDelaySeconds).toBe(1);
  });

  it('[U] in fast motion nothing is forecast, and the story says so', async () => {
    const simulated = await arena();
    const told = (speed: number) => story(simulated, { now: 0, speed, origin: '' });
    expect(serverChanges(8).forecast).toEqual({ enabled: false });
    expect(told(8)).toContain('forecast is off in fast motion');
    expect(serverChanges(1).forecast).toEqual({ enabled: true });
    expect(told(1)).not.toContain('forecast is off');
  });

  it('[U] in fast motion nobody is said to push: paces would be a multiple of life', () => {
    expect(serverChanges(8).alerts).toMatchObject({ raisedBy: [] });
    expect(serverChanges(1).alerts).not.toHaveProperty('raisedBy');
  });

  it('[U] writes the time since the doors opened', () => {
    expect([0, 61.9, 3_725].map(eveningClock)).toEqual(['0:00:00', '0:01:01', '1:02:05']);
  });
});
