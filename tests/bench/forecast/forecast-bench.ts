import type { Command } from 'commander';
import type { Bench, Report } from '../shared/bench.js';
import { environment } from '../shared/environment.js';
import { endProgress, progress } from '../shared/output.js';
import { liveThrough } from './live-through.js';
import type { TickTimes } from './tick-times.js';

/** Sizes of venue, zones along each side. */
const SIZES = [
  [4, 3],
  [16, 12],
  [40, 25],
] as const;

const MINUTES = 15;

const HEADINGS: readonly string[] = [
  ...['zones', 'passages', 'all ticks', 'CPU p50 ms', 'p99', 'wall p50', 'p99'],
  ...['looks', 'CPU p50 ms', 'p99', 'wall p50', 'p99', 'forecast p50'],
  ...['explained', 'µs/window', 'MB'],
];

const rowOf = ({ all, atLooks, ...rest }: TickTimes): string[] =>
  [
    ...[rest.zones, rest.passages],
    ...[all.ticks, all.cpuMs.p50, all.cpuMs.p99, all.wallMs.p50, all.wallMs.p99],
    ...[atLooks.ticks, atLooks.cpuMs.p50, atLooks.cpuMs.p99],
    ...[atLooks.wallMs.p50, atLooks.wallMs.p99, rest.forecastMs.p50],
    ...[rest.explainedZones, rest.windowMicroseconds, rest.memoryMegabytes],
  ].map(String);

/** `npm run bench -- forecast` */
export const forecastBench: Bench = {
  name: 'forecast',
  description: 'how long a tick of the server takes: zones measured, alerts judged, forecast made',
  addOptions: (command: Command) => {
    command.option('--minutes <count>', 'minutes measured of each venue', Number, MINUTES);
    command.option('--zones <count>', 'only the venue of so many zones: 12, 192 or 1000', Number);
  },
  run: async (options: { readonly minutes?: number; readonly zones?: number }): Promise<Report> => {
    const before = environment();
    const { minutes = MINUTES, zones } = options;
    const sizes = SIZES.filter(([columns, rows]) => (zones ?? columns * rows) === columns * rows);
    if (sizes.length === 0)
      throw new Error(`no venue of ${zones} zones is made; 12, 192 and 1000 are`);
    const venues: TickTimes[] = [];
    for (const [columns, rows] of sizes) {
      progress(`${columns * rows} zones`);
      venues.push(await liveThrough(columns, rows, minutes));
    }
    endProgress();
    return {
      json: { environment: before, venues },
      tables: [{ title: 'A tick of the server', rows: [HEADINGS, ...venues.map(rowOf)] }],
      notes: [
        'all ticks: one a second; looks: those of them, every 10 s, at which the forecast is made',
        'CPU: time on all cores together, which neighbours do not lengthen as they do that on the wall',
        'MB: the whole process, one for each venue, started as the server is',
      ],
    };
  },
};
