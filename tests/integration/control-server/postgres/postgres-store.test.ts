import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkPostgres } from '../../../../control-server/src/adapters/doctor/postgres-check.js';
import { migratePostgres } from '../../../../control-server/src/adapters/postgres/migrate.js';
import type { PostgresAddress } from '../../../../control-server/src/adapters/postgres/open-pool.js';
import { openPostgres } from '../../../../control-server/src/adapters/postgres/postgres-database.js';
import { postgresStore } from '../../../../control-server/src/adapters/postgres/postgres-store.js';
import { openRecord } from '../../../../control-server/src/adapters/report/open-record.js';
import { openSqliteStore } from '../../../../control-server/src/adapters/store/sqlite-store.js';
import type { RecordedRows } from '../../../../control-server/src/store/recorded-rows.js';
import { noRows } from '../../../../control-server/src/store/rows.js';
import { authority } from '../../../support/certificates.js';
import { eventually } from '../../../support/eventually.js';
import { PASSWORD, type Postgres, startPostgres } from '../../../support/postgres.js';
import { describeWith } from '../../../support/system-tools.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import {
  alertAt,
  describeStore,
  zoneRow,
} from '../../../unit/control-server/store/store-contract.js';
import { VENUE } from '../../../unit/control-server/support/venue.js';

const oneRow = { ...noRows, zones: [zoneRow()] };
const query = { zone: 'west', from: 0, to: 2_000, step: 1 };

describeWith(['postgres'], 'PostgreSQL', () => {
  let database: Postgres;
  beforeAll(async () => {
    database = await startPostgres();
  });
  afterAll(() => database.close());

  const address = () => ({ settings: database.settings, password: PASSWORD });
  let venues = 0;
  const newVenue = async (): Promise<string> => {
    venues += 1;
    await migratePostgres(address(), `venue-${venues}`);
    return `venue-${venues}`;
  };
  const open = (venue: string) => postgresStore(openPostgres(address(), venue));
  /** Does something to the database that the product never does. */
  const meddle = async (sql: string) => {
    const { passwordFile: _, ...settings } = database.settings;
    const client = new Client({ ...settings, password: PASSWORD });
    client.on('error', () => {});
    await client.connect();
    try {
      return await client.query(sql);
    } finally {
      await client.end();
    }
  };

  const TABLES = [
    ...['zone_measurement', 'passage_count', 'alert', 'alert_transition', 'edge_health'],
    ...['delivery', 'evening_profile'],
  ];
  describeStore('PostgreSQL', async () => {
    await migratePostgres(address(), 'contract');
    await meddle(`TRUNCATE ${TABLES.map((table) => `throng_contract.${table}`).join()}`);
    return open('contract');
  });

  it('[I] keeps what was written when it is opened again, each venue for itself', async () => {
    const venue = await newVenue();
    const first = open(venue);
    await first.write({
      ...oneRow,
      transitions: [{ kind: 'raised', alert: alertAt('a', '19:00:00') }],
    });
    await first.close();
    const [second, other] = [open(venue), open(await newVenue())];
    expect(await second.zoneHistory(query)).toMatchObject({ ok: true, value: [{ persons: 10 }] });
    expect(await second.activeAlerts()).toMatchObject({ ok: true, value: [{ id: 'a' }] });
    expect(await other.zoneHistory(query)).toEqual({ ok: true, value: [] });
    await Promise.all([second.close(), other.close()]);
  });

  it('[I] tells a recorded period window by window, as the file of a single server does', async () => {
    const zones = Array.from({ length: 150 }, (_, index) => [
      zoneRow({ at: 1_000 + index, camera: index % 2 === 0 ? 'south' : 'north' }),
      zoneRow({ at: 1_000 + index, camera: 'south', zone: 'east' }),
    ]).flat();
    const passages = [
      { passage: 'gate', at: 1_070, camera: 'gate', seconds: 1, in: 2, out: 1, recall: 0.9 },
    ];
    const folder = await temporaryFolder();
    const storeFile = join(folder, 'throng.db');
    const venue = { ...VENUE, id: await newVenue() };
    const file = openSqliteStore({ file: storeFile });
    const store = open(venue.id);
    for (const each of [file, store]) {
      expect(await each.write({ ...noRows, zones, passages })).toMatchObject({ ok: true });
      await each.close();
    }
    const told = async (postgres: PostgresAddress | undefined) => {
      const record = openRecord({ postgres, storeFile, venue });
      const windows: RecordedRows[] = [];
      for await (const window of record.windows({ from: 1_003, to: 1_140 })) windows.push(window);
      await record.close();
      return windows.map((window) => ({
        ...window,
        zones: window.zones.toSorted((a, b) => a.zone.localeCompare(b.zone)),
      }));
    };
    const ofTheFile = await told(undefined);
    expect(ofTheFile).toHaveLength(137 + 69);
    expect(await told(address())).toEqual(ofTheFile);
  });

  it('[I] the doctor says what it finds, and changes nothing', async () => {
    const found = (venue: string, password = PASSWORD) =>
      checkPostgres({ ...address(), password }, venue);
    expect(await found('never-heard-of')).toMatchObject({
      ok: true,
      found: expect.stringMatching(
        /answers \(\d.*the first start makes schema throng_never_heard_of/,
      ),
    });
    expect(await found('never-heard-of')).toMatchObject({ ok: true });
    const venue = await newVenue();
    expect(await found(venue)).toMatchObject({ ok: true });
    expect(await found(venue, 'wrong')).toMatchObject({
      ok: false,
      found: expect.stringContaining('28P01'),
    });
    await meddle(`UPDATE throng_${venue.replace('-', '_')}.schema_version SET version = 99`);
    expect(await found(venue)).toMatchObject({ ok: false, found: expect.stringContaining('99') });
  });

  it('[I] several servers that start at once find one schema, made once', async () => {
    await Promise.all([1, 2, 3, 4].map(() => migratePostgres(address(), 'all-at-once')));
    const { rows } = await meddle('SELECT version FROM throng_all_at_once.schema_version');
    expect(rows).toHaveLength(1);
  });

  it('[I] refuses a schema that a newer release has written', async () => {
    const venue = await newVenue();
    await meddle(`UPDATE throng_${venue.replace('-', '_')}.schema_version SET version = 99`);
    await expect(migratePostgres(address(), venue)).rejects.toMatchObject({
      code: 'POSTGRES',
      message: expect.stringMatching(/version 99/),
    });
  });

  it('[I] says that the password is wrong, and never which', async () => {
    const wrong = { ...address(), password: 'one that nobody must read' };
    const refused = migratePostgres(wrong, 'hall');
    await expect(refused).rejects.toThrow(/28P01: password authentication failed/);
    await expect(refused).rejects.not.toThrow(/nobody must read/);
  });

  it('[I] says that nobody answers where no database is', async () => {
    const settings = { ...database.settings, port: 1 };
    await expect(migratePostgres({ settings, password: PASSWORD }, 'hall')).rejects.toThrow(
      /127\.0\.0\.1:1\/postgres: PostgreSQL cannot be reached: .*ECONNREFUSED/,
    );
    const store = postgresStore(openPostgres({ settings, password: PASSWORD }, 'hall'));
    expect(await store.write(oneRow)).toMatchObject({ ok: false, code: 'io' });
    await store.close();
  });

  it('[I] says what no longer fits, and writes a tick wholly or not at all', async () => {
    const venue = await newVenue();
    const store = open(venue);
    const schema = `throng_${venue.replace('-', '_')}`;
    await meddle(`ALTER TABLE ${schema}.passage_count ADD CHECK (in_count < 100)`);
    const passage = {
      passage: 'middle',
      at: 1_000,
      camera: 'south',
      seconds: 1,
      out: 0,
      recall: 1,
    };
    const bad = { ...oneRow, passages: [{ ...passage, in: 100 }] };
    expect(await store.write(bad)).toMatchObject({ ok: false, code: 'io' });
    expect(await store.zoneHistory(query)).toEqual({ ok: true, value: [] });
    await store.close();
  });

  it('[I] a database that goes away is told, and is written again once it is back', async () => {
    const store = open(await newVenue());
    expect(await store.write(oneRow)).toEqual({ ok: true, value: undefined });
    await database.stop();
    const later = { ...noRows, zones: [zoneRow({ at: 1_001 })] };
    expect(await store.write(later)).toMatchObject({ ok: false, code: 'io' });
    await database.restart();
    await eventually('the row to be written', async () => (await store.write(later)).ok);
    const kept = await store.zoneHistory(query);
    expect(kept.ok && kept.value.map(({ at }) => at)).toEqual([999, 1_000]);
    await store.close();
  });

  it('[I] crosses a network by TLS only where the certificate is of the authority and of the host', async () => {
    const [ours, theirs] = [await authority('ours'), await authority('theirs')];
    const connect = async (caFile: string, host = '127.0.0.1') => {
      const settings = { ...database.settings, host, sslmode: 'verify-full' as const };
      const ca = await readFile(caFile, 'utf8');
      await migratePostgres({ settings, password: PASSWORD, ca }, 'secured');
    };
    await expect(connect(ours.certFile)).rejects.toThrow(/does not support SSL/);
    await database.restart(await ours.issue('database'));
    await connect(ours.certFile);
    await expect(connect(theirs.certFile)).rejects.toThrow(/cannot be reached: .*certificate/);
    await expect(connect(ours.certFile, 'localhost')).rejects.toThrow(
      /cannot be reached: .*altnames/,
    );
    await database.restart();
  });

  it('[I] a hundred thousand rows that waited are written at once', async () => {
    const store = open(await newVenue());
    const zones = Array.from({ length: 100_000 }, (_, index) => zoneRow({ at: 1_000 + index }));
    expect(await store.write({ ...noRows, zones })).toEqual({ ok: true, value: undefined });
    await store.close();
  });
});
