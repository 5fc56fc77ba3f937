import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NODE_FLAGS } from '@throng/control-server';
import WebSocket from 'ws';
import { type Arm, startArm } from '../shared/arm.js';
import { startBroker } from '../shared/mosquitto.js';
import { progress } from '../shared/output.js';
import { scratch } from '../shared/scratch.js';
import { median } from '../shared/statistics.js';
import { crowdOf, START, venueOf } from './crowd.js';
import { openFlood, packed } from './flood.js';
import { writeVenueFile } from './venue-file.js';

/** What hears the flood, by the name that the report gives it. */
export type Hearer = 'bareMqtt' | 'throngServer' | 'nodeRed';

/** Windows per second, of the wall and of a whole core of the hearer's own account. */
export interface Throughput {
  readonly windowsPerSecond: number;
  readonly windowsPerCoreSecond: number;
}

export interface Flooding {
  readonly cameras: number;
  readonly rounds: number;
  /** Event seconds of one round, a multiple of 2. */
  readonly seconds: number;
  /** Where Node-RED is installed; without it, it is left out. */
  readonly nodeRed: string | undefined;
}

/** Publisher and broker share one core, whoever hears has the other. */
const [WIRE_CORE, HEARER_CORE] = [0, 1];

/** Rounds after which code is compiled. */
const WARM_UP = 2;

const script = (name: string): string => fileURLToPath(new URL(`arms/${name}.js`, import.meta.url));

const listen = (url: string): WebSocket => {
  const page = new WebSocket(url, { perMessageDeflate: false });
  page.on('message', () => {});
  page.on('error', () => {});
  return page;
};

const startHearer = async (hearer: Hearer, broker: string, { cameras, nodeRed }: Flooding) => {
  const node = (...args: string[]) => startArm(HEARER_CORE, process.execPath, args);
  if (hearer === 'bareMqtt') return node(script('bare-mqtt'), broker);
  if (hearer === 'nodeRed') {
    return node(script('node-red'), nodeRed ?? '', join(scratch(), 'node-red'), broker);
  }
  const { config } = await writeVenueFile('flood', venueOf(cameras), broker);
  return node(...NODE_FLAGS, script('throng-server'), config);
};

/** Event seconds that are sent as one piece: two of them are within what counts as now. */
const PIECE_SECONDS = 2;

/** One round: so many seconds of all cameras, piece by piece. */
const round = async (
  arm: Arm,
  flood: Awaited<ReturnType<typeof openFlood>>,
  seconds: readonly { readonly second: number; readonly packets: Buffer }[],
  perSecond: number,
): Promise<{ readonly wall: number; readonly cpu: number }> => {
  const [began, spent] = [performance.now(), arm.spent()];
  // One piece is on its way while another is taken, so that nobody waits for the wire.
  let taken: Promise<unknown> = Promise.resolve();
  for (const { second, packets } of seconds) {
    await flood.send(packets);
    await taken;
    taken = arm.ask(`second ${second} ${(second + 1) * perSecond}`);
  }
  await taken;
  return { wall: (performance.now() - began) / 1_000, cpu: arm.spent() - spent };
};

const measure = async (hearer: Hearer, flooding: Flooding): Promise<Throughput> => {
  const { cameras, rounds, seconds } = flooding;
  const venue = venueOf(cameras);
  const crowd = crowdOf(venue, START);
  const broker = await startBroker(WIRE_CORE);
  const arm = await startHearer(hearer, broker, flooding);
  const flood = await openFlood(broker);
  const page =
    hearer === 'bareMqtt' ? undefined : listen(liveUrl(hearer, String((await arm.ask('url')).url)));
  const count = venue.cameras.length;
  const [walls, cpus]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < WARM_UP + rounds; turn += 1) {
    progress(`${hearer}: round ${turn + 1} of ${WARM_UP + rounds}`);
    const batch = Array.from({ length: seconds / PIECE_SECONDS }, (_, index) => {
      const first = turn * seconds + index * PIECE_SECONDS;
      const piece = Array.from({ length: PIECE_SECONDS }, (_, second) => crowd(first + second));
      return { second: first + PIECE_SECONDS - 1, packets: packed(piece.flat()) };
    });
    const { cpu, wall } = await round(arm, flood, batch, count);
    if (turn < WARM_UP) continue;
    walls.push((seconds * count) / wall);
    cpus.push((seconds * count) / cpu);
  }
  page?.terminate();
  flood.close();
  await arm.stop();
  return {
    windowsPerSecond: Math.round(median(walls)),
    windowsPerCoreSecond: Math.round(median(cpus)),
  };
};

const liveUrl = (hearer: Hearer, url: string): string =>
  hearer === 'throngServer' ? `${url.replace('http', 'ws')}/ws` : url;

/** The same flood through each hearer, one after the other. */
export const floodAll = async (
  flooding: Flooding,
): Promise<Partial<Record<Hearer, Throughput>>> => {
  const hearers: Hearer[] = ['bareMqtt', 'throngServer'];
  if (flooding.nodeRed !== undefined) hearers.push('nodeRed');
  const found: Partial<Record<Hearer, Throughput>> = {};
  for (const hearer of hearers) found[hearer] = await measure(hearer, flooding);
  return found;
};
