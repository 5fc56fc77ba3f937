import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type CalendarDefinition,
  emptyCalendar,
  encode,
  formatTopic,
  type MeasurementWindow,
} from '@throng/contract';
import { loadVenueFile, type RunningServer, startServer } from '@throng/control-server';
import { connectAsync, type MqttClient } from 'mqtt';
import { pino } from 'pino';
import { stringify } from 'yaml';
import { START, VENUE } from '../../../unit/control-server/support/venue.js';
import { HandClock } from './hand-clock.js';
import { LiveListener } from './live-listener.js';

/** A real server with its broker, store and HTTP side on free ports and in a folder of its own. */
export class House {
  readonly clock = new HandClock(START);
  readonly folder: string;
  readonly #log: string[] = [];
  #server: RunningServer | undefined;
  #agents: MqttClient[] = [];

  private constructor(
    folder: string,
    private readonly calendar: CalendarDefinition,
    private readonly access: object,
    private readonly page: string,
    private readonly settings: object,
  ) {
    this.folder = folder;
  }

  /** `page`: folder of the built dashboard, for tests that look at it. `settings`: of the server, beside its usual ones. */
  static async open(
    calendar = emptyCalendar,
    access: object = { mode: 'open' },
    page = 'no-page-here',
    settings: object = {},
  ): Promise<House> {
    const folder = await mkdtemp(join(tmpdir(), 'throng-house-'));
    const house = new House(folder, calendar, access, page, settings);
    await house.start();
    return house;
  }

  get server(): RunningServer {
    if (this.#server === undefined) throw new Error('the server does not run');
    return this.#server;
  }

  get storeFile(): string {
    return join(this.folder, 'throng.db');
  }

  get log(): string {
    return this.#log.join('');
  }

  /** `venue`: what the venue file holds. */
  async start(venue = VENUE): Promise<void> {
    const path = join(this.folder, 'venue.yml');
    const server = {
      listen: { port: 0 },
      access: this.access,
      broker: { embedded: { port: 0 } },
      dashboard: this.page,
      ...this.settings,
    };
    await writeFile(path, stringify({ venue, calendar: this.calendar, server }));
    const loaded = await loadVenueFile(path, {});
    if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
    const log = pino({ level: 'info' }, { write: (line: string) => void this.#log.push(line) });
    this.#server = await startServer(loaded.value, { clock: this.clock, timer: this.clock, log });
  }

  async stop(): Promise<void> {
    await Promise.all(this.#agents.map((agent) => agent.endAsync(true)));
    this.#agents = [];
    await this.#server?.close();
    this.#server = undefined;
  }

  async close(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** An agent's connection to the broker. */
  async agent(will?: { topic: string; payload: string }): Promise<MqttClient> {
    const options =
      will === undefined
        ? {}
        : { will: { ...will, qos: 1 as const, payload: Buffer.from(will.payload) } };
    const agent = await connectAsync(this.server.broker, { reconnectPeriod: 0, ...options });
    agent.on('error', () => {});
    this.#agents.push(agent);
    return agent;
  }

  /** Delivers a window: it has been heard once this resolves, for the broker acknowledges after. */
  async deliver(agent: MqttClient, window: MeasurementWindow): Promise<void> {
    const { venue, edge, camera } = window;
    const encoded = encode('window', window);
    if (!encoded.ok) throw new Error(encoded.message);
    const topic = formatTopic({ channel: 'window', venue, edge, camera });
    await agent.publishAsync(topic, Buffer.from(encoded.value), { qos: 1 });
  }

  /** One second passes. */
  second(): void {
    this.clock.advance(1_000);
  }

  listen(origin?: string, headers: Readonly<Record<string, string>> = {}): LiveListener {
    return new LiveListener(this.server.url, origin, headers);
  }

  async get(path: string): Promise<{ status: number; text: string; headers: Headers }> {
    const response = await fetch(`${this.server.url}${path}`);
    return { status: response.status, text: await response.text(), headers: response.headers };
  }

  async json(path: string): Promise<unknown> {
    return JSON.parse((await this.get(path)).text);
  }
}
