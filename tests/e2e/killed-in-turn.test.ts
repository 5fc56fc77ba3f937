import { statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { connectAsync } from 'mqtt';
import { expect, it } from 'vitest';
import { MODELS } from '../integration/edge-agent/support/agent-files.js';
import { cuttableLine } from '../support/cuttable-line.js';
import { eventually } from '../support/eventually.js';
import { startMosquitto } from '../support/mosquitto.js';
import { cameraOver, hallBox, smallHall } from '../support/small-hall.js';
import { storedWindows } from '../support/stored-windows.js';
import { describeWith } from '../support/system-tools.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { startEdge, startServer } from '../support/throng.js';
import { testCard } from '../support/video.js';

const CAMERA = 'west';

/** Sequence of the newest window in the spool of a dead agent. */
const newestSpooled = (file: string): number => {
  const database = new Database(file, { readonly: true });
  const row = database
    .prepare<[], { sequence: number }>(
      "SELECT payload ->> 'sequence' AS sequence FROM (SELECT CAST(payload AS TEXT) AS payload FROM window ORDER BY id DESC LIMIT 1)",
    )
    .get();
  database.close();
  return row?.sequence ?? -1;
};

/** Real programs on a line that can be cut: agent – line – Mosquitto – server with its store. */
const evening = async () => {
  const folder = await temporaryFolder();
  let broker = await startMosquitto();
  const line = await cuttableLine(broker.port);
  const direct = { broker: broker.url };
  let server = await startServer(folder, smallHall(CAMERA), direct);
  const camera = cameraOver(CAMERA, 0, await testCard({ seconds: 5 }));
  const settings = {
    ...hallBox(`mqtt://127.0.0.1:${line.port}`, [{ ...camera, loop: true, watch: [] }]),
    models: { person: MODELS.person, density: MODELS.density },
  };
  let agent = await startEdge(folder, 'edge', settings);
  const spool = join(folder, 'throng-state', 'spool-hall-box.db');
  const stored = () => storedWindows(folder, CAMERA);
  /** Waits until the store holds `more` windows than now. */
  const flow = async (more: number) => {
    const before = stored().rows;
    await eventually(
      `${more} more windows`,
      () => stored().rows >= before + more || undefined,
      30_000,
    );
  };
  /** Waits until the agent has tried in vain to come back. */
  const noticed = async () => {
    const vain = () => agent.lines.filter((said) => said.includes('cannot be reached')).length;
    const before = vain();
    await eventually('a vain attempt', () => vain() > before || undefined);
  };
  /** Waits until the agent has written to its spool as often: a window or more each time. */
  const spooled = async (writes: number) => {
    const log = `${spool}-wal`;
    let before = statSync(log).mtimeMs;
    for (let seen = 0; seen < writes; seen += 1) {
      before = await eventually('a write to the spool', () => {
        const { mtimeMs } = statSync(log);
        return mtimeMs > before ? mtimeMs : undefined;
      });
    }
  };
  /** Waits until the broker has passed on as many windows, whether or not a server hears them. */
  const measured = async (windows: number) => {
    const listener = await connectAsync(broker.url);
    let heard = 0;
    listener.on('message', () => {
      heard += 1;
    });
    await listener.subscribeAsync('throng/v1/hall/+/data/#', { qos: 1 });
    await eventually('windows on the wire', () => heard >= windows || undefined);
    await listener.endAsync();
  };
  return {
    line,
    noticed,
    spooled,
    measured,
    stored,
    flow,
    killAgent: async () => {
      agent.signal('SIGKILL');
      await agent.ended;
      return {
        last: newestSpooled(spool),
        restart: async () => {
          agent = await startEdge(folder, 'edge', settings);
        },
      };
    },
    killBroker: async () => {
      broker.broker.signal('SIGKILL');
      await broker.broker.ended;
      const again = { port: broker.port };
      return async () => {
        broker = await startMosquitto(again);
      };
    },
    killServer: async () => {
      server.child.signal('SIGKILL');
      await server.child.ended;
      return async () => {
        server = await startServer(folder, smallHall(CAMERA), direct);
      };
    },
  };
};

type Evening = Awaited<ReturnType<typeof evening>>;

const FAULTS: readonly [name: string, fault: (house: Evening) => Promise<void>][] = [
  [
    'kill -9 of the broker',
    async ({ flow, killBroker, noticed, spooled }) => {
      const restart = await killBroker();
      await noticed();
      await spooled(1);
      await restart();
      await flow(2);
    },
  ],
  [
    'kill -9 of the server',
    async ({ flow, killServer, measured }) => {
      await measured(1); // one that the server has heard and not yet written
      const restart = await killServer();
      await measured(2); // into the void: nobody but the test listens
      await restart();
      await flow(2);
    },
  ],
  [
    'a cut network, and kill -9 of the agent while it is cut',
    async ({ killAgent, line, noticed, spooled, stored }) => {
      line.cut();
      await noticed();
      await spooled(2);
      const { last, restart } = await killAgent();
      expect(stored().runs[0]?.taken).toBeLessThanOrEqual(last); // some windows never got out
      line.mend();
      await restart();
      await eventually('the next run', () => stored().runs.length === 2 || undefined);
      await eventually(
        `window ${last} of the dead run`,
        () => (stored().runs.some(({ taken }) => taken === last + 1) ? true : undefined),
        20_000,
      );
    },
  ],
];

/** Each run of the agent complete, each of its windows stored, and none twice. */
const account = ({ stored }: Evening) => {
  const { rows, runs } = stored();
  return {
    lost: runs.reduce((sum, { missing }) => sum + missing, 0),
    doubled: rows - runs.reduce((sum, { taken }) => sum + taken, 0),
    runs: runs.length,
  };
};

describeWith(['ffmpeg', 'mosquitto'], 'killed in turn', () => {
  it(`[E] ${FAULTS.map(([name]) => name).join(', ')}: no window is lost and none stored twice`, async () => {
    const house = await evening();
    await house.flow(2);
    for (const [name, fault] of FAULTS) {
      await fault(house);
      await eventually(
        `all windows after ${name}: ${JSON.stringify(house.stored())}`,
        () => account(house).lost === 0 || undefined,
        20_000,
      );
    }
    expect(account(house)).toEqual({ lost: 0, doubled: 0, runs: 2 });
    expect(house.stored().rows).toBeGreaterThan(8);
  });
});
