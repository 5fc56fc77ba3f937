import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Command, InvalidArgumentError } from 'commander';
import type { Bench, Report } from '../shared/bench.js';
import { environment } from '../shared/environment.js';
import { endProgress } from '../shared/output.js';
import { rounded } from '../shared/statistics.js';
import { floodAll } from './throughput.js';

const NODE_RED = fileURLToPath(new URL('../../node-red', import.meta.url));

const number = (text: string): number => {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new InvalidArgumentError('must be a whole number of at least 1');
};

interface ServerBenchOptions {
  readonly cameras: number;
  readonly rounds: number;
  readonly seconds: number;
}

/** `npm run bench -- server` */
export const serverBench: Bench = {
  name: 'server',
  description:
    'windows through broker, server, store and WebSocket, beside a bare MQTT client and Node-RED',
  addOptions: (command: Command) => {
    command
      .option('--cameras <count>', 'cameras that flood the server', number, 1_000)
      .option('--rounds <count>', 'rounds measured of each', number, 7)
      .option('--seconds <count>', 'event seconds of a round', number, 10);
  },
  run: async (options: object): Promise<Report> => {
    const { cameras, rounds, seconds } = options as ServerBenchOptions;
    const before = environment();
    const nodeRed = existsSync(NODE_RED) ? NODE_RED : undefined;
    const speeds = await floodAll({ cameras, rounds, seconds, nodeRed });
    endProgress();
    const own = speeds.throngServer?.windowsPerSecond ?? Number.NaN;
    const ratio = (other: number | undefined) =>
      other === undefined ? null : rounded(own / other, 2);
    const ratioToBareMqtt = ratio(speeds.bareMqtt?.windowsPerSecond);
    const ratioToNodeRed = ratio(speeds.nodeRed?.windowsPerSecond);
    return {
      json: { environment: before, windowsPerSecond: own, ratioToBareMqtt, ratioToNodeRed, speeds },
      tables: [
        {
          title: `Windows of ${cameras} cameras, heard`,
          rows: [
            ['by', 'windows/s', 'windows/core second'],
            ...Object.entries(speeds).map(([name, speed]) => [
              name,
              String(speed.windowsPerSecond),
              String(speed.windowsPerCoreSecond),
            ]),
          ],
        },
      ],
      notes: [],
    };
  },
};
