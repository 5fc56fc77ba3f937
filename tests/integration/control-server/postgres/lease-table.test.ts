import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  LEASE_LIMITS,
  leaseTable,
} from '../../../../control-server/src/adapters/lease/lease-table.js';
import { houseTable } from '../../../../control-server/src/adapters/postgres/house-table.js';
import { migratePostgres } from '../../../../control-server/src/adapters/postgres/migrate.js';
import { openPostgres } from '../../../../control-server/src/adapters/postgres/postgres-database.js';
import { postgresStore } from '../../../../control-server/src/adapters/postgres/postgres-store.js';
import { noRows } from '../../../../control-server/src/store/rows.js';
import { PASSWORD, type Postgres, startPostgres } from '../../../support/postgres.js';
import { describeWith } from '../../../support/system-tools.js';
import { zoneRow } from '../../../unit/control-server/store/store-contract.js';

const oneRow = { ...noRows, zones: [zoneRow()] };
const left = { name: 'left', address: 'http://left.example' };
const right = { name: 'right', address: 'http://right.example' };

describeWith(['postgres'], 'the lease of a venue', () => {
  let database: Postgres;
  beforeAll(async () => {
    database = await startPostgres();
  });
  afterAll(() => database.close());

  let venues = 0;
  const newVenue = async () => {
    venues += 1;
    const venue = `venue-${venues}`;
    const address = { settings: database.settings, password: PASSWORD };
    await migratePostgres(address, venue);
    const fencings: number[] = [];
    const opened = openPostgres(address, venue, LEASE_LIMITS);
    return {
      ...{ address, venue, fencings },
      leases: leaseTable(opened),
      fenced: (epoch: number) =>
        openPostgres(address, venue, { fence: { epoch, onFenced: () => fencings.push(epoch) } }),
    };
  };

  it('[I] [OW1] of many who want it at once one gets it, and the others see who', async () => {
    const { leases } = await newVenue();
    expect(await leases.look()).toEqual({ ok: true, value: undefined });
    const taken = await Promise.all([1, 2, 3, 4, 5].map(() => leases.take(left, 60)));
    expect(taken.filter((each) => each.ok && each.value === 1)).toHaveLength(1);
    expect(taken.filter((each) => each.ok && each.value === undefined)).toHaveLength(4);
    expect(await leases.look()).toEqual({ ok: true, value: { ...left, epoch: 1, isHeld: true } });
    expect(await leases.take(right, 60)).toEqual({ ok: true, value: undefined });
    await leases.close();
  });

  it('[I] what was given back or has run out is taken with the next epoch, and not renewed by the one before', async () => {
    const { leases } = await newVenue();
    await leases.take(left, 60);
    expect(await leases.renew(1, 60)).toEqual({ ok: true, value: true });
    await leases.release(1);
    expect(await leases.take(right, 1e-6)).toEqual({ ok: true, value: 2 });
    expect(await leases.renew(1, 60)).toEqual({ ok: true, value: false });
    expect(await leases.take(left, 60)).toEqual({ ok: true, value: 3 });
    await leases.release(2); // of the past: it ends nothing
    expect(await leases.look()).toMatchObject({ value: { name: 'left', isHeld: true } });
    await leases.close();
  });

  it('[I] [OW2] an owner of the past writes nothing: no row, nothing of the house', async () => {
    const { fenced, fencings, leases } = await newVenue();
    await leases.take(left, 60);
    const past = fenced(1);
    expect(await postgresStore(past).write(oneRow)).toMatchObject({ ok: true });
    await leases.release(1);
    await leases.take(right, 60);
    const late = { ...noRows, zones: [zoneRow({ at: 1_001 })] };
    expect(await postgresStore(past).write(late)).toMatchObject({ ok: false, code: 'closed' });
    const change = { name: 'account', key: '["kim"]', body: '{}' };
    expect(await houseTable(past).keep([change])).toMatchObject({ ok: false, code: 'closed' });
    expect(fencings).toEqual([1, 1]);
    const present = fenced(2);
    expect(await houseTable(present).keep([change])).toMatchObject({ ok: true });
    expect(await houseTable(present).changesAfter(0)).toMatchObject({
      ok: true,
      value: [{ name: 'account', body: '{}' }],
    });
    const history = { zone: 'west', from: 0, to: 2_000, step: 1 };
    expect(await postgresStore(present).zoneHistory(history)).toMatchObject({
      value: [{ at: 999 }],
    });
    await Promise.all([past.close(), present.close(), leases.close()]);
  });

  it('[I] a take-over waits for a write that has begun, and a renewal does not', async () => {
    const { fenced, leases } = await newVenue();
    await leases.take(left, 60);
    const owner = fenced(1);
    let goOn = (): void => {};
    const begun = new Promise<void>((resolve) => {
      void owner.write(async (client) => {
        await client.query("INSERT INTO edge_health VALUES ('box', 1, '{}')");
        resolve();
        await new Promise<void>((go) => {
          goOn = go;
        });
      });
    });
    await begun;
    expect(await leases.renew(1, 0.001)).toEqual({ ok: true, value: true });
    expect(await leases.take(right, 60)).toMatchObject({ ok: false, code: 'locked' });
    goOn();
    await owner.close();
    expect(await leases.take(right, 60)).toEqual({ ok: true, value: 2 });
    await leases.close();
  });

  it('[I] a standby reads what was changed since it last looked, the last of each row', async () => {
    const { fenced, leases } = await newVenue();
    await leases.take(left, 60);
    const owner = fenced(1);
    const house = houseTable(owner);
    const row = (key: string, body: string | null) => ({
      name: 'account',
      key: `["${key}"]`,
      body,
    });
    await house.keep([
      row('kim', '{"role":"viewer"}'),
      row('lee', '{}'),
      row('kim', '{"role":"admin"}'),
    ]);
    const first = await house.changesAfter(0);
    expect(first.ok && first.value.map(({ body, key }) => [JSON.parse(key)[0], body])).toEqual([
      ['lee', '{}'],
      ['kim', '{"role": "admin"}'],
    ]);
    const seen = first.ok ? (first.value.at(-1)?.changed ?? 0) : 0;
    await house.keep([row('lee', null)]);
    expect(await house.changesAfter(seen)).toMatchObject({
      value: [{ key: '["lee"]', body: null }],
    });
    await Promise.all([owner.close(), leases.close()]);
  });
});
