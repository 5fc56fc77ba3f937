import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Command, InvalidArgumentError } from 'commander';
import type { Bench, Report } from '../shared/bench.js';
import { environment } from '../shared/environment.js';
import { endProgress, progress } from '../shared/output.js';
import { launchMeasured } from './chromium.js';
import { frameTable, growthTable, verdictText, workTable } from './dashboard-tables.js';
import { countsOf, LARGE, SMALL } from './ground.js';
import { longRun, verdictOf } from './long-run.js';
import { type Scene, type Watched, watch } from './watch.js';

interface Options {
  readonly seconds: number;
  readonly deltas: number;
  readonly beside?: string;
}

const dashboard = fileURLToPath(new URL('../../../dashboard', import.meta.url));

/** Alerts that stand in the busy scene. */
const ALERTS = 200;

const wholeNumber = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) {
    throw new InvalidArgumentError('a whole number, at least 0');
  }
  return value;
};

const builtPage = (text: string): string => {
  if (existsSync(`${text}/index.html`)) return text;
  throw new InvalidArgumentError('a folder with a built page: index.html and its assets');
};

/** The empty page, then each scene on this page and, in turn with it, on the other one. */
const scenesOf = (folder: string, beside: string | undefined): Scene[] => [
  { name: 'empty', folder, alerts: 0, isEmpty: true },
  ...[0, ALERTS].flatMap((alerts) => {
    const name = alerts === 0 ? '200 zones' : `200 zones, ${alerts} alerts`;
    const other = { name: `${name} (beside)`, folder: beside ?? '', alerts };
    return [{ name, folder, alerts }, ...(beside === undefined ? [] : [other])];
  }),
];

/** `npm run bench -- dashboard` */
export const dashboardBench: Bench = {
  name: 'dashboard',
  description: 'frame times, work and memory of the live page in Chromium, with a large venue',
  addOptions: (command: Command) => {
    command
      .option('--seconds <n>', 'how long each is watched: work, frames, dragging', wholeNumber, 20)
      .option(
        '--deltas <n>',
        'updates of the long run: a day at 1 Hz; 0: none',
        wholeNumber,
        86_400,
      )
      .option('--beside <folder>', 'another built page to watch in the same run', builtPage);
  },
  run: async (options: object): Promise<Report> => {
    const { beside, deltas, seconds } = options as Options;
    progress('building the page');
    const env = { ...process.env, NODE_ENV: 'production' };
    execFileSync('npm', ['run', 'build'], { cwd: dashboard, env, stdio: 'pipe' });
    const folder = `${dashboard}/dist/app`;
    const browser = await launchMeasured();
    try {
      const machine = environment();
      const watched: Watched[] = [];
      for (const scene of scenesOf(folder, beside)) {
        progress(scene.name);
        watched.push(await watch(browser, scene, seconds));
      }
      const growth = deltas > 0 ? await longRun(browser, folder, deltas, progress) : [];
      const verdict = verdictOf(growth);
      endProgress();
      return {
        json: {
          environment: { ...machine, chromium: browser.version },
          ...{ ground: countsOf(LARGE), groundOfLongRun: countsOf(SMALL), seconds },
          ...{ scenes: watched, growth, verdict },
        },
        tables: [
          workTable(watched),
          frameTable('when nobody touches the page', watched, ({ atRest }) => atRest),
          frameTable('while its map is dragged', watched, ({ dragged }) => dragged),
          growthTable(growth),
        ],
        notes: [
          ...verdictText(verdict),
          `Chromium ${browser.version} without a GPU, at 1440 × 900: canvases are drawn on the page's own thread, which a laptop's GPU does beside it`,
          `${machine.cores} cores that other programs share (load ${machine.load}): work is the kernel's account of each thread, frames are of the clock; compare with the empty page and within this run`,
          `every 10 s the server also tells 200 forecasts and the flows of all passages`,
          `the page loaded ${((watched.at(-1)?.firstLoadBytes ?? 0) / 1_000).toFixed(0)} kB (gzip) until its map stood, with what it loads on demand`,
        ],
      };
    } finally {
      await browser.close();
    }
  },
};
