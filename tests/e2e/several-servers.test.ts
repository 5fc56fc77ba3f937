import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import { sha256 } from '../../control-server/src/adapters/audit/sha256.js';
import { verifyChain } from '../../control-server/src/audit/hash-chain.js';
import { boxOfWindows, FLOOR } from '../support/box-of-windows.js';
import { start } from '../support/child.js';
import { eventually } from '../support/eventually.js';
import { freePort } from '../support/free-port.js';
import { startMosquitto } from '../support/mosquitto.js';
import { PASSWORD, type Postgres, startPostgres } from '../support/postgres.js';
import { describeWith } from '../support/system-tools.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { SERVER } from '../support/throng.js';

/** A program may take its time to start where other tests run beside it. */
const START_MS = 90_000;

interface Ready {
  readonly status: string;
  readonly owner?: { readonly name: string; readonly address: string } | null;
}

/** One of several servers of the floor, with a port and a folder of its own. */
const member = async (name: string, broker: string, database: Postgres) => {
  const folder = await temporaryFolder();
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const config = join(folder, 'venue.yml');
  const server = {
    listen: { port },
    access: { mode: 'open' },
    broker: { url: broker },
    store: { file: join(folder, 'house.db'), postgres: database.settings },
    cluster: { name },
    alerts: { onDelaySeconds: 2, emergencyOnDelaySeconds: 2 },
    forecast: { enabled: false },
  };
  await writeFile(config, stringify({ venue: FLOOR, server }));
  const begin = () => start(process.execPath, [SERVER, 'run', '--config', config]);
  let child = begin();
  const json = async (path: string, init?: RequestInit): Promise<unknown> => {
    const answer = await fetch(`${origin}${path}`, {
      signal: AbortSignal.timeout(20_000),
      ...init,
    });
    return answer.json();
  };
  return {
    name,
    origin,
    json,
    get child() {
      return child;
    },
    restart: () => {
      child = begin();
    },
    ready: async (): Promise<Ready | undefined> => {
      const told = await json('/readyz').catch(() => undefined);
      return typeof told === 'object' && told !== null && 'status' in told
        ? { ...told, status: String(told.status) }
        : undefined;
    },
  };
};

type Member = Awaited<ReturnType<typeof member>>;

const isServing = async (server: Member) =>
  (await server.ready())?.status === 'ready' ? true : undefined;

const standsBy = (server: Member, owner: Member) =>
  eventually(
    `${server.name} to stand by`,
    async () => ((await server.ready())?.owner?.name === owner.name ? true : undefined),
    START_MS,
  );

interface ToldAlert {
  readonly id: string;
  readonly state: string;
  readonly handling?: { readonly acknowledged?: { readonly by: string } | null };
}

const alertsOf = async (server: Member): Promise<ToldAlert[]> => {
  const told = await server.json('/api/v1/alerts');
  return Array.isArray(told) ? told.filter(({ reason }) => reason?.kind === 'density') : [];
};

describeWith(['mosquitto', 'postgres'], 'several servers of one venue', () => {
  let database: Postgres;
  beforeAll(async () => {
    database = await startPostgres();
  });
  afterAll(() => database.close());

  const query = async (sql: string): Promise<Record<string, unknown>[]> => {
    const { passwordFile: _, ...settings } = database.settings;
    const client = new Client({
      ...settings,
      password: PASSWORD,
      options: '-c search_path=throng_hall',
    });
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  };

  /** Seconds from now until a server owns the venue, and until it serves it. */
  const takesOver = async (server: Member): Promise<{ owns: number; serves: number }> => {
    const began = performance.now();
    const since = () => (performance.now() - began) / 1_000;
    await eventually(
      `${server.name} to own the venue`,
      async () => {
        const [lease] = await query('SELECT owner FROM lease');
        return lease?.owner === server.name ? true : undefined;
      },
      20_000,
    );
    const owns = since();
    await eventually(`${server.name} to serve`, () => isServing(server), START_MS);
    return { owns, serves: since() };
  };

  it('[E] [OW1] [OW3] [OW5] one owns it; killed, stopped or ended, the other does within 10 s: no window, no alert and no record is lost or doubled', async () => {
    const broker = await startMosquitto();
    const members = [
      await member('left', broker.url, database),
      await member('right', broker.url, database),
    ];
    const [first, second] = await eventually(
      'one of them to serve',
      async () => {
        const serving = await Promise.all(members.map(isServing));
        const owner = members[serving.indexOf(true)];
        const other = members.find((each) => each !== owner);
        return owner === undefined || other === undefined ? undefined : [owner, other];
      },
      START_MS,
    );
    await standsBy(second, first);
    expect((await fetch(`${second.origin}/healthz`)).status).toBe(200);
    expect((await fetch(`${second.origin}/readyz`)).status).toBe(503);
    expect((await second.ready())?.owner).toEqual({ name: first.name, address: first.origin });

    const box = boxOfWindows(broker.url, 3);
    const [raised] = await eventually(
      'an alert',
      async () => {
        const alerts = await alertsOf(first);
        return alerts.length > 0 ? alerts : undefined;
      },
      60_000,
    );
    const acknowledged = await first.json(`/api/v1/alerts/${raised?.id}/acts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: first.origin },
      body: JSON.stringify({ kind: 'acknowledge' }),
    });
    const standing = [{ id: raised?.id, state: 'active' }];
    expect(acknowledged).toMatchObject(standing[0] ?? {});
    expect(await alertsOf(first)).toMatchObject(standing);
    const handling = (await alertsOf(first))[0]?.handling;

    first.child.signal('SIGKILL');
    const afterKill = await takesOver(second);
    expect(afterKill.owns).toBeLessThan(10);
    expect(await alertsOf(second)).toMatchObject([{ ...standing[0], handling }]);

    first.restart();
    await standsBy(first, second);
    const before = second.child.lines.length;
    second.child.signal('SIGSTOP');
    onTestFinished(() => second.child.signal('SIGCONT'));
    const afterStop = await takesOver(first);
    expect(afterStop.owns).toBeLessThan(10);
    second.child.signal('SIGCONT');
    expect(await second.child.ended).toEqual({ code: 3, signal: null });
    const lastWords = second.child.lines.slice(before).join('\n');
    expect(lastWords).toMatch(/this one ends, and stands by when it is started again/);
    expect(await isServing(first)).toBe(true);
    expect(await alertsOf(first)).toMatchObject([{ ...standing[0], handling }]);

    box.stop();
    const [delivered] = await eventually(
      'every window to be taken',
      async () => {
        const rows = await query('SELECT highest, gaps FROM delivery');
        const [row] = rows;
        const isWhole =
          row !== undefined &&
          Number(row.highest) + 1 === box.measured &&
          JSON.stringify(row.gaps) === '[]';
        return isWhole ? rows : undefined;
      },
      20_000,
    );
    expect(delivered).toBeDefined();
    const measurements = await query(
      "SELECT count(*)::int AS n FROM zone_measurement WHERE zone = 'west'",
    );
    expect(measurements).toEqual([{ n: box.measured }]);
    const changes = await query(
      `SELECT kind, count(*)::int AS n, count(DISTINCT alert_id)::int AS alerts
       FROM alert_transition WHERE body #>> '{reason,kind}' = 'density' GROUP BY kind ORDER BY kind`,
    );
    expect(changes).toContainEqual({ kind: 'raised', n: 1, alerts: 1 });
    expect(changes).toContainEqual({ kind: 'acknowledged', n: 1, alerts: 1 });

    second.restart();
    await standsBy(second, first);
    first.child.signal('SIGTERM');
    const handOver = await takesOver(second);
    expect(await first.child.ended).toEqual({ code: 0, signal: null });
    expect(await alertsOf(second)).toMatchObject([{ ...standing[0], handling }]);
    expect(await query('SELECT epoch, owner FROM lease')).toEqual([
      { epoch: '4', owner: second.name },
    ]);
    await second.child.stop();
    const records = await query(
      `SELECT body ->> 'body' AS body, body ->> 'hash' AS hash, (key ->> 0)::int AS sequence
       FROM house_row WHERE name = 'audit_record' ORDER BY sequence`,
    );
    const sealed = records.map(({ body, hash, sequence }) => ({
      body: String(body),
      hash: String(hash),
      sequence: Number(sequence),
    }));
    expect(verifyChain(sealed, sha256)).toMatchObject({ ok: true });
    const acts = sealed.map(({ body }): unknown => JSON.parse(body).action);
    expect(acts.filter((act) => act === 'server-started')).toHaveLength(4);
    expect(acts.filter((act) => act === 'alert-acknowledged')).toHaveLength(1);
    console.info(
      `seconds after kill -9: ${JSON.stringify(afterKill)}; after SIGSTOP: ${JSON.stringify(afterStop)}; after SIGTERM: ${JSON.stringify(handOver)}; ${box.measured} windows; ${JSON.stringify(changes)}`,
    );
  });
});
