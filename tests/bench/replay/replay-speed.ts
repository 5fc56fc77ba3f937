import { defaultRules, planVenue, Replay, type ReplayEvent } from '@throng/control-server';
import { largeVenue, windowsOf } from '../forecast/large-venue.js';
import { rounded } from '../shared/statistics.js';

const START = Date.parse('2026-06-20T17:00:00Z');

/** Zones along each side: 50, a camera each. */
const SIZE = [10, 5] as const;

export interface ReplaySpeed {
  readonly cameras: number;
  /** Length of a window, seconds. */
  readonly windowSeconds: number;
  readonly windowsPerSecond: number;
  /** Event seconds per second of this machine. */
  readonly timesRealTime: number;
}

/** How fast a recording of 50 cameras goes through the server's core: reading, judging, forecasting, writing JSON. */
export const replaySpeed = (windowSeconds: number, eventSeconds: number): ReplaySpeed => {
  const venue = largeVenue(...SIZE);
  let written = 0;
  const run = new Replay({
    usual: { plan: planVenue(venue), rules: defaultRules() },
    every: 10,
    onEvent: (event: ReplayEvent) => {
      written += JSON.stringify(event).length;
    },
  });
  const windowsAt = windowsOf(venue, windowSeconds, START);
  let [seconds, windows] = [0, 0];
  for (let tick = 0; tick < eventSeconds / windowSeconds; tick += 1) {
    const lines = windowsAt(tick).map((each) => JSON.stringify(each));
    const began = performance.now();
    for (const line of lines) run.line(line);
    seconds += (performance.now() - began) / 1_000;
    windows += lines.length;
  }
  run.end();
  if (written === 0) throw new Error('the replay told nothing');
  return {
    cameras: venue.cameras.length,
    windowSeconds,
    windowsPerSecond: Math.round(windows / seconds),
    timesRealTime: rounded(eventSeconds / seconds, 0),
  };
};
