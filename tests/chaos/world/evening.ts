import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { freePort } from '../../bench/shared/mosquitto.js';
import { boxPart } from './box-part.js';
import type { Database } from './database.js';
import { boxName, boxSettings, FULL_ZONE, type HallSize, hall } from './hall.js';
import { type Account, accountOf } from './measured.js';
import { Part } from './part.js';
import { type AlertStory, densityAlert, storedRows } from './store-view.js';
import { until } from './until.js';

const SERVER = fileURLToPath(
  new URL('../../../control-server/bin/throng-server.mjs', import.meta.url),
);

/** A program takes its time to start on a machine that has other things to do. */
export const START_MS = 120_000;

export interface EveningPlan extends HallSize {
  readonly folder: string;
  /** The last boxes of the hall that never start: a test speaks in their name. */
  readonly absentBoxes?: number;
  /** What is stored, where that is no file of the server's. */
  readonly stored?: Pick<Database, 'rows' | 'alert'>;
  /** The server brings its own broker. */
  readonly withoutBroker?: boolean;
  /** Where the server keeps its store, if not in the folder. */
  readonly storeFile?: string;
  /** Settings of the server beside its usual ones. */
  readonly server?: object;
  /** Settings of every box beside its usual ones. */
  readonly box?: object;
  /** Where the boxes find the broker, if not at its own address. */
  readonly brokerForBoxes?: (port: number) => object;
  /** What a program's command is put behind: `ip netns exec …`. */
  readonly prefix?: (part: string) => readonly string[];
  /** Environment of a program. */
  readonly env?: (part: string) => Readonly<Record<string, string>>;
  /** Addresses that the broker listens on. */
  readonly listen?: readonly string[];
  /** Where the server finds the broker, and where it is itself found. */
  readonly serverHost?: { readonly broker: string; readonly own: string };
}

/** Real programs of one evening: boxes – Mosquitto – server with its store. */
export interface Evening {
  readonly broker: Part;
  readonly server: Part;
  readonly boxes: readonly Part[];
  readonly origin: string;
  readonly brokerPort: number;
  readonly storeFile: string;
  isReady(): Promise<boolean>;
  /** Waits until the server is ready and has stored more windows than now. */
  flows(): Promise<void>;
  /** Of all windows, or of those that ended from `since` on, epoch seconds. */
  account(since?: number): Account;
  alert(): AlertStory;
  /** The boxes measure no more; resolves when all but `allowed` is stored, or after `withinMs`. */
  settle(withinMs: number, since?: number, allowed?: number): Promise<Account>;
}

export const openEvening = async (plan: EveningPlan): Promise<Evening> => {
  const { folder, listen = ['127.0.0.1'], prefix = () => [], env = () => ({}) } = plan;
  const { broker: brokerHost, own } = plan.serverHost ?? { broker: '127.0.0.1', own: '127.0.0.1' };
  const [brokerPort, port] = [await freePort(), await freePort()];
  mkdirSync(folder, { recursive: true });
  const at = (name: string): string => join(folder, name);
  const storeFile = plan.storeFile ?? at('throng.db');
  const listeners = listen.map((host) => `listener ${brokerPort} ${host}\n`).join('');
  writeFileSync(
    at('mosquitto.conf'),
    `${listeners}allow_anonymous true\npersistence false\nmax_queued_messages 0\n`,
  );
  const server = {
    listen: { host: own, port },
    access: { mode: own === '127.0.0.1' ? 'open' : 'accounts' },
    broker: { url: `mqtt://${brokerHost}:${brokerPort}` },
    store: { file: storeFile },
    alerts: { onDelaySeconds: 2, emergencyOnDelaySeconds: 2 },
    dashboard: 'no-page-here',
    ...plan.server,
  };
  writeFileSync(at('venue.yml'), stringify({ venue: hall(plan), server }));
  const brokerOf = plan.brokerForBoxes ?? ((own) => ({ url: `mqtt://127.0.0.1:${own}` }));

  const command = (name: string, ...words: string[]) => ({
    command: [...prefix(name), ...words],
    env: env(name),
  });
  const boxes = Array.from({ length: plan.boxes - (plan.absentBoxes ?? 0) }, (_, box) => {
    const name = boxName(box);
    const settings = { ...boxSettings(plan, box, brokerOf(brokerPort)), ...plan.box };
    writeFileSync(at(`${name}.yml`), stringify(settings));
    const cameras = settings.cameras.map(({ id }) => id);
    return boxPart(name, folder, cameras, (...words) => command(name, ...words));
  });
  const boxParts = boxes.map(({ part }) => part);
  const broker = new Part('broker', () =>
    command('broker', 'mosquitto', '-c', at('mosquitto.conf')),
  );
  const program = new Part('server', () =>
    command('server', process.execPath, SERVER, 'run', '--config', at('venue.yml')),
  );
  const origin = `http://${own}:${port}`;

  const isReady = async (): Promise<boolean> => {
    const signal = AbortSignal.timeout(5_000);
    const answer = await fetch(`${origin}/readyz`, { signal }).catch(() => undefined);
    return answer?.ok === true;
  };
  const stored = plan.stored ?? {
    rows: () => storedRows(storeFile),
    alert: (zone: string) => densityAlert(storeFile, zone),
  };
  const account = (since = 0): Account =>
    accountOf(
      boxes.map((box) => box.record(since)),
      stored.rows().filter(({ at }) => at >= since),
    );
  const flows = async (): Promise<void> => {
    await until('the server to be ready', START_MS, async () => (await isReady()) || undefined);
    const before = account().stored;
    await until('windows to be stored', START_MS, () => account().stored > before || undefined);
  };
  /** Its failure tells what the programs said last. */
  const flowsOrTells = async (): Promise<void> => {
    try {
      await flows();
    } catch (cause) {
      const words = [program, ...boxParts].map(
        (part) => `${part.name}: ${part.said().slice(-500)}`,
      );
      throw new Error([String(cause), ...words].join('\n'));
    }
  };

  if (plan.withoutBroker !== true) broker.start();
  program.start();
  for (const box of boxParts) box.start();
  return {
    ...{ broker, server: program, boxes: boxParts, origin, brokerPort, isReady, account },
    storeFile,
    flows: flowsOrTells,
    alert: () => stored.alert(FULL_ZONE),
    settle: async (withinMs, since, allowed = 0) => {
      for (const box of boxParts) box.signal('SIGHUP');
      await until('all windows to be stored', withinMs, () =>
        account(since).lost <= allowed ? true : undefined,
      ).catch(() => undefined);
      return account(since);
    },
  };
};
