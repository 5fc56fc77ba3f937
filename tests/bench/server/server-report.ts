import type { Report } from '../shared/bench.js';
import type { environment } from '../shared/environment.js';
import { rounded } from '../shared/statistics.js';
import type { CostOfCameras } from './cost-of-cameras.js';
import type { manyDashboards } from './many-dashboards.js';
import type { storedEvening } from './stored-evening.js';
import type { Hearer, Throughput } from './throughput.js';

/** What was measured; a part that was not asked for is absent. */
export interface ServerFigures {
  readonly environment: ReturnType<typeof environment>;
  readonly flood?: Partial<Record<Hearer, Throughput>>;
  readonly cost?: readonly CostOfCameras[];
  readonly dashboards?: Awaited<ReturnType<typeof manyDashboards>>;
  readonly evening?: Awaited<ReturnType<typeof storedEvening>>;
}

const NAMES: Record<Hearer, string> = {
  bareMqtt: 'bare MQTT client that counts',
  throngServer: 'throng-server',
  nodeRed: 'Node-RED flow with SQLite',
};

/** By how much the server is faster than another; null where that one was not measured. */
const ratioTo = (
  flood: Partial<Record<Hearer, Throughput>> = {},
  other: Hearer,
  figure: keyof Throughput = 'windowsPerSecond',
): number | null => {
  const [own, theirs] = [flood.throngServer?.[figure], flood[other]?.[figure]];
  return own === undefined || theirs === undefined ? null : rounded(own / theirs, 2);
};

const floodTable = (flood: Partial<Record<Hearer, Throughput>>) => ({
  title: 'The same flood of windows, heard by',
  rows: [
    ['', 'windows/s', 'per second of its core', 'server is × as fast'],
    ...(['bareMqtt', 'throngServer', 'nodeRed'] as const).flatMap((hearer) => {
      const found = flood[hearer];
      if (found === undefined) return [];
      const { windowsPerCoreSecond, windowsPerSecond } = found;
      const ratio = String(ratioTo(flood, hearer) ?? '');
      return [[NAMES[hearer], `${windowsPerSecond}`, `${windowsPerCoreSecond}`, ratio]];
    }),
  ],
});

const costTable = (cost: readonly CostOfCameras[]) => ({
  title: 'A server hearing so many cameras, one window a second each',
  rows: [
    ['cameras', '% of a core', 'MB', 'kB/s in', 'to screen p50 ms', 'p95', 'p99'],
    ...cost.map((one) =>
      [
        ...[one.cameras, rounded(100 * one.cpuShare, 1), one.megabytes, one.wireKilobytes],
        ...[one.captureToScreenMs.p50, one.captureToScreenMs.p95, one.captureToScreenMs.p99],
      ].map(String),
    ),
  ],
});

const dashboardTable = ({ lateMs, ...rest }: NonNullable<ServerFigures['dashboards']>) => ({
  title: `${rest.open} pages at once, ${rest.cameras} cameras`,
  rows: [
    ['messages', 'kB each', '% of a core', 'late p50 ms', 'p95', 'p99'],
    [
      ...[rest.messages, rest.kilobytesPerMessage, rounded(100 * rest.cpuShare, 0)],
      ...[lateMs.p50, lateMs.p95, lateMs.p99],
    ].map(String),
  ],
});

const eveningTable = ({ historyMs, ...rest }: NonNullable<ServerFigures['evening']>) => ({
  title: `${rest.minutes} minutes of ${rest.cameras} cameras in the store`,
  rows: [
    ['windows', 'bytes each', 'GB', 'GB for 4 h', "a zone's history p50 ms", 'p95'],
    [
      ...[rest.windows, rest.bytesPerWindow, rest.gigabytes, rest.gigabytesOfAnEvening],
      ...[historyMs.p50, historyMs.p95],
    ].map(String),
  ],
});

/** For programs, and for people. */
export const serverReport = (figures: ServerFigures): Report => {
  const { cost, dashboards, evening, flood } = figures;
  return {
    json: {
      windowsPerSecond: flood?.throngServer?.windowsPerSecond ?? null,
      ratioToBareMqtt: ratioTo(flood, 'bareMqtt'),
      ratioToNodeRed: ratioTo(flood, 'nodeRed'),
      coreRatioToBareMqtt: ratioTo(flood, 'bareMqtt', 'windowsPerCoreSecond'),
      coreRatioToNodeRed: ratioTo(flood, 'nodeRed', 'windowsPerCoreSecond'),
      ...figures,
    },
    tables: [
      ...(flood === undefined ? [] : [floodTable(flood)]),
      ...(cost === undefined ? [] : [costTable(cost)]),
      ...(dashboards === undefined ? [] : [dashboardTable(dashboards)]),
      ...(evening === undefined ? [] : [eveningTable(evening)]),
    ],
    notes: [
      'broker (Mosquitto) and publisher on core 0, who hears them on core 1; QoS 1, windows with a ground grid of 100 cells',
      ...(flood !== undefined && flood.nodeRed === undefined
        ? [
            'Node-RED was left out: `npm install --prefix .throng/node-red node-red@4 node-red-node-sqlite@1`',
          ]
        : []),
      'to screen: from the last frame of a window to the socket of a page; cameras publish 80 to 161 ms after it, as `bench -- edge` found them to',
    ],
  };
};
