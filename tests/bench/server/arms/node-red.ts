import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { serveArm } from '../../shared/serve-arm.js';
import { NODE_RED_TABLE, nodeRedFlow } from '../node-red-flow.js';

// node-red.js RED USER_DIR BROKER: Node-RED, installed in RED, with the flow of a user.
const [, , red = '', folder = '', broker = ''] = process.argv;

/** The parts of Node-RED's face that are used here. */
interface NodeRed {
  init(server: ReturnType<typeof createServer>, settings: object): void;
  start(): Promise<void>;
  readonly runtime: { readonly events: { on(event: string, told: () => void): void } };
}

mkdirSync(folder, { recursive: true });
const file = join(folder, 'crowd.db');
const database = new Database(file);
database.pragma('journal_mode = WAL'); // kinder than the default: a write is then one append
database.exec(NODE_RED_TABLE);
database.close();
const flow = nodeRedFlow(Number(new URL(broker).port), file);
writeFileSync(join(folder, 'flows.json'), JSON.stringify(flow));

let [heard, wanted] = [0, Number.POSITIVE_INFINITY];
let reached = (): void => {};
const server = createServer();
const RED: NodeRed = createRequire(join(red, 'package.json'))('node-red');
RED.init(server, {
  ...{ userDir: folder, flowFile: 'flows.json', nodesDir: join(red, 'node_modules') },
  ...{ httpAdminRoot: false, httpNodeRoot: '/', logging: { console: { level: 'error' } } },
  ...{ disableEditor: true, telemetry: { enabled: false } },
  functionGlobalContext: {
    heard: () => {
      heard += 1;
      if (heard >= wanted) reached();
    },
  },
});
const started = new Promise<void>((resolve) => RED.runtime.events.on('flows:started', resolve));
await RED.start();
server.listen(0, '127.0.0.1');
await started;

await serveArm(async ([word, , expected]) => {
  if (word === 'url') {
    const { port } = server.address() as AddressInfo;
    return { url: `ws://127.0.0.1:${port}/live` };
  }
  wanted = Number(expected);
  if (heard < wanted) {
    await new Promise<void>((resolve) => {
      reached = resolve;
    });
  }
  return { heard };
});
