import {
  defaultRules,
  Forecaster,
  initialState,
  networkOf,
  observeTick,
  planVenue,
  processInput,
} from '@throng/control-server';
import type { Command } from 'commander';
import type { Bench, Report } from '../shared/bench.js';
import { environment } from '../shared/environment.js';
import { endProgress, progress } from '../shared/output.js';
import { quantile, rounded } from '../shared/statistics.js';
import { largeVenue, windowsOf } from './large-venue.js';

const START = Date.parse('2026-06-20T17:00:00Z');
const TICK = 10;
const MEGABYTE = 1024 ** 2;

/** Sizes of venue, zones along each side. */
const SIZES = [
  [4, 3],
  [16, 12],
  [40, 25],
] as const;

const spread = (milliseconds: readonly number[]) => ({
  p50: rounded(quantile(milliseconds, 0.5), 2),
  p99: rounded(quantile(milliseconds, 0.99), 2),
});

const measure = ([columns, rows]: readonly [number, number], ticks: number) => {
  const venue = largeVenue(columns, rows);
  const plan = planVenue(venue);
  const rules = defaultRules();
  const forecaster = new Forecaster(networkOf(plan));
  let state = initialState(plan, START);
  const looks: number[] = [];
  const whole: number[] = [];
  const admit: number[] = [];
  for (let tick = 0; tick < ticks; tick += 1) {
    const windows = windowsOf(venue, tick, TICK, START);
    const now = START + (tick + 1) * TICK * 1_000 + 200;
    const before = state.passages;
    const heard = performance.now();
    for (const window of windows) {
      state = processInput(plan, rules, state, { kind: 'window', window }, now).state;
    }
    const judged = performance.now();
    state = processInput(plan, rules, state, { kind: 'tick' }, now).state;
    const asked = performance.now();
    const forecast = forecaster.advance(observeTick(state, before));
    const foreseen = performance.now();
    state = processInput(plan, rules, state, { kind: 'forecast', forecast }, now).state;
    const told = performance.now();
    // The first ticks run uncompiled, and no outlook has come true yet.
    if (tick < ticks / 3) continue;
    admit.push((judged - heard) / windows.length);
    looks.push(foreseen - asked);
    whole.push(told - judged);
  }
  return {
    zones: venue.zones.length,
    passages: venue.passages.length,
    ticks: whole.length,
    tickMs: spread(whole),
    forecastMs: spread(looks),
    admitMicroseconds: rounded(quantile(admit, 0.5) * 1_000, 1),
    memoryMegabytes: Math.round(process.memoryUsage.rss() / MEGABYTE),
  };
};

/** `npm run bench -- forecast` */
export const forecastBench: Bench = {
  name: 'forecast',
  description: 'how long a tick of the server takes: zones measured, alerts judged, forecast made',
  addOptions: (command: Command) => {
    command.option('--ticks <count>', 'ticks a venue', Number, 240);
  },
  run: async (options: { readonly ticks?: number }): Promise<Report> => {
    const before = environment();
    const venues = SIZES.map((size) => {
      progress(`${size[0] * size[1]} zones`);
      return measure(size, options.ticks ?? 240);
    });
    endProgress();
    return {
      json: { environment: before, venues },
      tables: [
        {
          title: 'A tick of the server',
          rows: [
            [
              'zones',
              'passages',
              'tick p50 ms',
              'p99',
              'forecast p50 ms',
              'p99',
              'µs/window',
              'MB',
            ],
            ...venues.map((one) =>
              [
                ...[one.zones, one.passages, one.tickMs.p50, one.tickMs.p99],
                ...[one.forecastMs.p50, one.forecastMs.p99, one.admitMicroseconds],
                one.memoryMegabytes,
              ].map(String),
            ),
          ],
        },
      ],
      notes: [
        'a tick is due every 10 s of the evening; MB: the whole process, venues so far included',
      ],
    };
  },
};
