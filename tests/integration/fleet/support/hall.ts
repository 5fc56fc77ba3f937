import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  decode,
  type EdgeHealth,
  type FleetReport,
  type MeasurementWindow,
  type Result,
} from '@throng/contract';
import { loadVenueFile, type RunningServer, startServer } from '@throng/control-server';
import { type AssembledAgent, assembleAgent, openFleet, readSettings } from '@throng/edge-agent';
import mqtt, { type MqttClient } from 'mqtt';
import { pino } from 'pino';
import { stringify } from 'yaml';
import {
  type FleetKey,
  fleetKeyFile,
  openFleetKey,
} from '../../../../control-server/src/adapters/fleet/fleet-key.js';
import { systemClock, systemTimer } from '../../../../control-server/src/adapters/system-time.js';
import { eventually } from '../../../support/eventually.js';
import { agentFiles } from '../../edge-agent/support/agent-files.js';

const orThrow = <Value>(result: Result<Value>): Value => {
  if (result.ok) return result.value;
  throw new Error(result.message);
};

const square = (x: number) => [
  [x, -2],
  [x + 10, -2],
  [x + 10, 18],
  [x, 18],
];

/** The hall of `agentFiles`, as its server knows it. */
const VENUE = {
  id: 'hall',
  name: 'Hall',
  zones: [{ id: 'floor', name: 'Floor', kind: 'walkway', polygon: square(0) }],
  passages: [],
  cameras: [0, 1].map((index) => ({
    id: `cam-${index + 1}`,
    name: `cam-${index + 1}`,
    edge: 'box-1',
    area: square(10 * index),
  })),
};

/** A real server with its broker in this process, and the folder that it keeps everything in. */
export class FleetHall {
  readonly windows: MeasurementWindow[] = [];
  readonly healths: EdgeHealth[] = [];
  readonly lines: string[] = [];
  report: FleetReport | undefined;
  #agent: AssembledAgent | undefined;

  private constructor(
    readonly folder: string,
    readonly server: RunningServer,
    readonly key: FleetKey,
    readonly client: MqttClient,
  ) {}

  static async open(folder: string): Promise<FleetHall> {
    const path = join(folder, 'venue.yml');
    const settings = {
      listen: { port: 0 },
      access: { mode: 'open' },
      broker: { embedded: { port: 0 } },
      dashboard: 'no-page-here',
    };
    await writeFile(path, stringify({ venue: VENUE, server: settings }));
    const loaded = await loadVenueFile(path, {});
    if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
    const log = pino({ level: 'silent' });
    const server = await startServer(loaded.value, { clock: systemClock, timer: systemTimer, log });
    const key = openFleetKey(fleetKeyFile(loaded.value.storeFile));
    const client = await mqtt.connectAsync(server.broker);
    const hall = new FleetHall(folder, server, key, client);
    client.on('message', (topic, payload) => hall.#hear(topic, payload));
    await client.subscribeAsync('throng/v1/#', { qos: 1 });
    return hall;
  }

  /** Settings of a box that trusts this server. */
  agentConfig(
    cameras: readonly ({ id: string; source: string } & Record<string, unknown>)[],
    fleet: object = {},
  ): Promise<string> {
    const settings = { fleet: { key: this.key.publicKey, server: this.server.url, ...fleet } };
    return agentFiles(this.server.broker, cameras, settings);
  }

  /** Starts the box of these settings as `throng-edge run` does, in this process. */
  async startAgent(config: string): Promise<void> {
    const say = (details: object, message: string) =>
      this.lines.push(`${message} ${JSON.stringify(details)}`);
    const log = { info: say, warn: say, error: say };
    const own = orThrow(await readSettings(config, {}));
    const fleet = orThrow(await openFleet(config, {}, own, log));
    const { loaded, seam } = fleet;
    this.#agent = orThrow(await assembleAgent(loaded, log, undefined, seam));
    fleet.serve(this.#agent);
  }

  async stopAgent(): Promise<void> {
    await this.#agent?.stop();
    this.#agent = undefined;
  }

  async close(): Promise<void> {
    await this.stopAgent();
    await this.client.endAsync(true);
    await this.server.close();
  }

  /** Asks the server: status and body. */
  async ask(method: string, path: string, body?: object) {
    const answer = await fetch(`${this.server.url}/api/v1${path}`, {
      method,
      headers: {
        origin: this.server.url,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const parsed: unknown = text === '' ? undefined : JSON.parse(text);
    return { status: answer.status, body: parsed };
  }

  /** What the box says once it `isSo`. */
  reported(what: string, isSo: (report: FleetReport) => boolean): Promise<FleetReport> {
    return eventually(
      `the box to report ${what}; it says ${JSON.stringify(this.report)}`,
      () => (this.report !== undefined && isSo(this.report) ? this.report : undefined),
      60_000,
    );
  }

  of(camera: string): MeasurementWindow[] {
    return this.windows.filter((window) => window.camera === camera && window.late !== true);
  }

  #hear(topic: string, payload: Buffer): void {
    const decoded = decode(topic, payload);
    if (!decoded.ok) return;
    if (decoded.value.channel === 'window') this.windows.push(decoded.value.message);
    if (decoded.value.channel === 'health') this.healths.push(decoded.value.message);
    if (decoded.value.channel === 'reported') this.report = decoded.value.message;
  }
}

export const stateOf = (config: string): string => join(dirname(config), 'throng-state');
