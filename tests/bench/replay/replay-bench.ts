import type { Command } from 'commander';
import type { Bench, Report } from '../shared/bench.js';
import { environment } from '../shared/environment.js';
import { endProgress, progress } from '../shared/output.js';
import { replaySpeed } from './replay-speed.js';

/** Lengths of a window that are in use, seconds: live, and of simulated recordings. */
const WINDOWS = [1, 10] as const;

/** `npm run bench -- replay` */
export const replayBench: Bench = {
  name: 'replay',
  description: 'how fast a recording of 50 cameras goes through the core of the server',
  addOptions: (command: Command) => {
    command.option('--minutes <count>', 'length of the recording', Number, 60);
  },
  run: async (options: { readonly minutes?: number }): Promise<Report> => {
    const before = environment();
    const seconds = (options.minutes ?? 60) * 60;
    const replays = WINDOWS.map((windowSeconds) => {
      progress(`windows of ${windowSeconds} s`);
      return replaySpeed(windowSeconds, seconds);
    });
    endProgress();
    return {
      json: { environment: before, replays },
      tables: [
        {
          title: 'A recording of 50 cameras, replayed',
          rows: [
            ['s/window', 'windows/s', '× real time'],
            ...replays.map((one) =>
              [one.windowSeconds, one.windowsPerSecond, one.timesRealTime].map(String),
            ),
          ],
        },
      ],
      notes: ['lines read, seconds judged, forecasts made, JSON written; one core'],
    };
  },
};
