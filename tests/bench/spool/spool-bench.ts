import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteSpool } from '@throng/edge-agent';
import type { Bench, Report } from '../shared/bench.js';
import { environment } from '../shared/environment.js';
import { endProgress, progress } from '../shared/output.js';
import { scratch } from '../shared/scratch.js';
import { START, spooledAt } from './day-of-windows.js';

const DAY = 86_400;
const MEGABYTE = 1024 ** 2;
const AGE = { ageMs: 48 * 3_600_000 };
/** As many windows as one reading takes of the default rate. */
const READ_AT_ONCE = 10;

const quantile = (rising: Float64Array, share: number): number =>
  rising[Math.min(rising.length - 1, Math.floor(share * rising.length))] ?? 0;

const microseconds = (value: number): number => Math.round(value * 1_000 * 10) / 10;

const open = (name: string, maxMegabytes: number) => {
  const folder = join(scratch(), name);
  mkdirSync(folder, { recursive: true });
  const opened = openSqliteSpool(join(folder, 'spool.db'), {
    ...AGE,
    bytes: maxMegabytes * MEGABYTE,
  });
  if (!opened.ok) throw new Error(opened.message);
  const onDisk = () =>
    readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  return { spool: opened.value, onDisk };
};

/** An outage of `seconds` with so many cameras: a transaction a second, as the agent writes them. */
const outage = (name: string, cameras: number, seconds: number, maxMegabytes: number) => {
  const { spool, onDisk } = open(name, maxMegabytes);
  const took = new Float64Array(seconds);
  const memoryBefore = process.memoryUsage.rss();
  let payload = 0;
  for (let second = 0; second < seconds; second += 1) {
    const windows = Array.from({ length: cameras }, (_, camera) =>
      spooledAt(`camera-${camera}`, second, second * cameras + camera + 1),
    );
    payload += windows.reduce((sum, window) => sum + window.payload.byteLength, 0);
    const began = performance.now();
    const kept = spool.append(windows, START + second * 1_000);
    took[second] = performance.now() - began;
    if (!kept.ok) throw new Error(kept.message);
  }
  const { bytes, thinned, windows } = spool.content();
  const megabytesOnDisk = Math.round(onDisk() / MEGABYTE);
  const read = performance.now();
  let drained = 0;
  for (let below = Number.MAX_SAFE_INTEGER; ; ) {
    const history = spool.newest(below, READ_AT_ONCE, () => false);
    const last = history.ok ? history.value.at(-1) : undefined;
    if (!history.ok || last === undefined) break;
    drained += history.value.length;
    below = last.id;
    spool.forget(history.value.map(({ id }) => id));
  }
  const perWindow = (performance.now() - read) / drained;
  const rising = took.toSorted();
  const figures = {
    ...{ name, cameras, seconds, maxMegabytes },
    payloadBytesPerWindow: Math.round(payload / (cameras * seconds)),
    diskBytesPerWindow: Math.round(bytes / windows),
    ...{ windowsKept: windows, thinned, megabytesOnDisk },
    microsecondsPerWindow: microseconds(
      took.reduce((sum, one) => sum + one, 0) / (cameras * seconds),
    ),
    transactionMs: {
      p50: Math.round(quantile(rising, 0.5) * 1_000) / 1_000,
      p99: Math.round(quantile(rising, 0.99) * 1_000) / 1_000,
      longest: Math.round(quantile(rising, 1) * 1_000) / 1_000,
    },
    drainMicrosecondsPerWindow: microseconds(perWindow),
    minutesToDrainAt100PerSecond: Math.round(drained / 100 / 6) / 10,
    memoryMegabytes: Math.round((process.memoryUsage.rss() - memoryBefore) / MEGABYTE),
  };
  spool.close();
  return figures;
};

/** `npm run bench -- spool` */
export const spoolBench: Bench = {
  name: 'spool',
  description: 'what a window costs on its way through the spool, and what a day of outage takes',
  addOptions: () => {},
  run: async (): Promise<Report> => {
    const before = environment();
    const found = [
      ['a day of one camera', 1, DAY, 1_024],
      ['an hour of ten cameras', 10, 3_600, 1_024],
      ['a day in 64 MB', 1, DAY, 64],
    ] as const;
    const outages = found.map(([name, cameras, seconds, megabytes]) => {
      progress(name);
      return outage(name, cameras, seconds, megabytes);
    });
    endProgress();
    return {
      json: { environment: before, outages },
      tables: [
        {
          title: 'Spool',
          rows: [
            [
              'outage',
              'kept',
              'thinned',
              'MB',
              'B/window',
              'µs/window',
              'p99 ms',
              'longest ms',
              'drain min',
            ],
            ...outages
              .map((one) => [
                one.name,
                ...[one.windowsKept, one.thinned, one.megabytesOnDisk, one.diskBytesPerWindow],
                ...[one.microsecondsPerWindow, one.transactionMs.p99, one.transactionMs.longest],
                one.minutesToDrainAt100PerSecond,
              ])
              .map((row) => row.map(String)),
          ],
        },
      ],
      notes: ['drain: at the default rate of 100 late windows per second beside the live ones'],
    };
  },
};
