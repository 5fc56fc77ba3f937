import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Command, InvalidArgumentError } from 'commander';
import type { Bench, Report } from '../shared/bench.js';
import { environment } from '../shared/environment.js';
import { endProgress, progress } from '../shared/output.js';
import { type CostOfCameras, costOfCameras } from './cost-of-cameras.js';
import { manyDashboards } from './many-dashboards.js';
import { serverReport } from './server-report.js';
import { storedEvening } from './stored-evening.js';
import { floodAll } from './throughput.js';

/** Beside the compiled benches; installed by who wants the comparison. */
const NODE_RED = fileURLToPath(new URL('../../node-red', import.meta.url));

const PARTS = ['flood', 'cost', 'dashboards', 'evening'] as const;
type Part = (typeof PARTS)[number];

interface ServerBenchOptions {
  readonly only: readonly Part[];
  readonly cameras: number;
  readonly rounds: number;
  readonly seconds: number;
  readonly pages: number;
  readonly minutes: number;
}

const DEFAULTS: ServerBenchOptions = {
  only: PARTS,
  cameras: 1_000,
  rounds: 7,
  seconds: 30,
  pages: 1_000,
  minutes: 24,
};

/** Cameras of the table of costs. */
const STEPS = [1, 10, 100, 1_000] as const;
const EVENING_CAMERAS = 200;

const number = (text: string): number => {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new InvalidArgumentError('must be a whole number of at least 1');
};

const parts = (text: string): Part[] =>
  text.split(',').map((word) => {
    const part = PARTS.find((known) => known === word);
    if (part === undefined) throw new InvalidArgumentError(`parts are ${PARTS.join(', ')}`);
    return part;
  });

const costs = async (seconds: number): Promise<CostOfCameras[]> => {
  const found: CostOfCameras[] = [];
  for (const cameras of STEPS) {
    progress(`${cameras} cameras for ${seconds} s`);
    found.push(await costOfCameras(cameras, seconds));
  }
  return found;
};

const measure = async (options: ServerBenchOptions): Promise<Report> => {
  const { cameras, minutes, only, pages, rounds, seconds } = options;
  const before = environment();
  const nodeRed = existsSync(NODE_RED) ? NODE_RED : undefined;
  const asked = (part: Part) => only.includes(part);
  const figures = {
    environment: before,
    ...(asked('flood') && { flood: await floodAll({ cameras, rounds, seconds: 12, nodeRed }) }),
    ...(asked('cost') && { cost: await costs(seconds) }),
    ...(asked('dashboards') && { dashboards: await manyDashboards(pages, seconds) }),
    ...(asked('evening') && { evening: await storedEvening(EVENING_CAMERAS, minutes) }),
  };
  endProgress();
  return serverReport(figures);
};

/** `npm run bench -- server` */
export const serverBench: Bench = {
  name: 'server',
  description:
    'windows through broker, server, store and WebSocket, beside a bare MQTT client and Node-RED',
  addOptions: (command: Command) => {
    command
      .option('--only <parts>', `of ${PARTS.join(', ')}`, parts, DEFAULTS.only)
      .option('--cameras <count>', 'cameras that flood the server', number, DEFAULTS.cameras)
      .option(
        '--rounds <count>',
        'rounds of the flood, of 12 event seconds each',
        number,
        DEFAULTS.rounds,
      )
      .option(
        '--seconds <count>',
        'on the wall, for each row of costs and for pages',
        number,
        DEFAULTS.seconds,
      )
      .option('--pages <count>', 'dashboards open at once', number, DEFAULTS.pages)
      .option(
        '--minutes <count>',
        'length of the evening that is stored',
        number,
        DEFAULTS.minutes,
      );
  },
  run: (options: object) => measure({ ...DEFAULTS, ...options }),
};
