import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { defaultRules, planVenue, Replay } from '@throng/control-server';
import { largeVenue, windowsOf } from '../../bench/forecast/large-venue.js';

const DAY_SECONDS = 86_400;
const START = Date.parse('2026-06-20T00:00:00Z');
/** Zones along each side, a camera each. */
const SIZE = [4, 3] as const;

export interface SoakedDay extends Record<string, number> {
  readonly windows: number;
  /** Of this machine's time. */
  readonly seconds: number;
  /** Megabytes in use after a tenth of the day and at its end, all garbage gone. */
  readonly early: number;
  readonly late: number;
  /** Events told. */
  readonly told: number;
}

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const held = (): number => {
  collectGarbage();
  collectGarbage();
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};

/** A day of a venue through the very core of the live server, in event time. */
export const soakDay = async (say: (line: string) => void): Promise<SoakedDay> => {
  const venue = largeVenue(...SIZE);
  let told = 0;
  const run = new Replay({
    usual: { plan: planVenue(venue), rules: defaultRules() },
    every: 10,
    onEvent: () => {
      told += 1;
    },
  });
  const windowsAt = windowsOf(venue, 1, START);
  const began = performance.now();
  let [windows, early] = [0, 0];
  for (let second = 0; second < DAY_SECONDS; second += 1) {
    for (const window of windowsAt(second)) {
      run.window(window);
      windows += 1;
    }
    if (second === DAY_SECONDS / 10) early = held();
    if (second % 1_800 !== 0) continue;
    say(`${second / 3_600} h of 24`);
    await new Promise((resolve) => setImmediate(resolve)); // Ctrl-C is heard
  }
  const late = held();
  run.end();
  return { windows, seconds: (performance.now() - began) / 1_000, early, late, told };
};
