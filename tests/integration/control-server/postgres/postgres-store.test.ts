import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migratePostgres } from '../../../../control-server/src/adapters/postgres/migrate.js';
import { openPostgres } from '../../../../control-server/src/adapters/postgres/postgres-database.js';
import { postgresStore } from '../../../../control-server/src/adapters/postgres/postgres-store.js';
import { noRows } from '../../../../control-server/src/store/rows.js';
import { eventually } from '../../../support/eventually.js';
import { PASSWORD, type Postgres, startPostgres } from '../../../support/postgres.js';
import { describeWith } from '../../../support/system-tools.js';
import {
  alertAt,
  describeStore,
  zoneRow,
} from '../../../unit/control-server/store/store-contract.js';

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

  it('[I] a hundred thousand rows that waited are written at once', async () => {
    const store = open(await newVenue());
    const zones = Array.from({ length: 100_000 }, (_, index) => zoneRow({ at: 1_000 + index }));
    expect(await store.write({ ...noRows, zones })).toEqual({ ok: true, value: undefined });
    await store.close();
  });
});
