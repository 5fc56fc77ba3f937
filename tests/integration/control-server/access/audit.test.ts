import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runServer } from '../../../support/throng.js';
import { START, windowAt } from '../../../unit/control-server/support/venue.js';
import type { House } from '../support/house.js';
import { colleague, firstAdmin, type Guest, openGuardedHouse } from './support/guest.js';

let house: House;
let admin: Guest;
beforeAll(async () => {
  house = await openGuardedHouse();
  admin = await firstAdmin(house);
});
afterAll(() => house.close());

const audit = async (...words: string[]) => {
  const { code, out, err } = await runServer([
    'audit',
    ...words,
    '-c',
    join(house.folder, 'venue.yml'),
  ]);
  return { code, out: out.trim(), err };
};

const records = async (query = ''): Promise<Record<string, unknown>[]> => {
  house.second();
  const { body } = await admin.ask('GET', `/api/v1/audit?limit=500${query}`);
  return Object(body).records;
};

/** What somebody with the file in their hands does, past the triggers. */
const tamper = (sql: string): void => {
  const database = new Database(house.storeFile);
  database.exec(sql);
  database.close();
};

describe('[I] the audit log', () => {
  it('holds who did what and saw what, with the rules that stood', async () => {
    await colleague(house, admin, { name: 'sam', role: 'viewer', zones: ['west'] });
    await admin.ask('GET', '/api/v1/zones/east/history');
    const page = admin.listen();
    await page.until(({ type }) => type === 'snapshot');
    const found = await records();
    const acts = found.map(({ actor, action, subject }) => `${actor} ${action} ${subject}`);
    for (const act of [
      'server server-started hall',
      'server link-made first admin',
      'ada account-added ada',
      'ada logged-in ada',
      'ada account-added sam',
      'sam password-set sam',
      'ada record-viewed zone east',
      'ada live-opened live',
    ]) {
      expect(acts).toContain(act);
    }
    const rules = new Set(found.map(({ versions }) => Object(versions).rules));
    expect([...rules]).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/)]);
  });

  it('holds what the system knew when: an alert raised, with its figures', async () => {
    const agent = await house.agent();
    const passed = (house.clock.now() - START) / 1_000;
    for (let second = passed + 1; second <= passed + 14; second += 1) {
      house.second();
      await house.deliver(agent, windowAt('stage', second, 4.2));
    }
    house.second();
    expect(await records('&action=alert-raised')).toMatchObject([
      { actor: 'server', details: { priority: 'warning', density: 4.2 } },
    ]);
  });

  it('can be verified and exported while the server runs', async () => {
    house.second();
    const verified = await audit('verify');
    expect(verified).toMatchObject({
      code: 0,
      out: expect.stringMatching(/\nHead \d+:[0-9a-f]{64}$/),
    });
    const lines = (await audit('export', '--from', '2026-07-04T19:30:00Z')).out.split('\n');
    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines) {
      expect(JSON.parse(line)).toMatchObject({
        hash: expect.any(String),
        record: { previous: expect.any(String) },
      });
    }
  });

  it('forbids changing, erasing and squeezing in, by its own triggers', () => {
    expect(() => tamper(`UPDATE audit_record SET body = '{}'`)).toThrow('append-only');
    expect(() => tamper('DELETE FROM audit_record')).toThrow('append-only');
    const squeezed = `INSERT OR REPLACE INTO audit_record VALUES (2, '{}', '')`;
    expect(() => tamper(squeezed)).toThrow('grows at its end');
  });

  it('shows the first record that was changed past the triggers, and an end cut off by an anchor', async () => {
    const head = (await audit('head')).out;
    tamper(`DROP TRIGGER audit_never_erased;
            DELETE FROM audit_record WHERE sequence = (SELECT MAX(sequence) FROM audit_record);`);
    expect((await audit('verify')).code).toBe(0);
    expect(await audit('verify', '--head', head)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^Record \d+ is broken: it is missing/),
    });
    tamper(`DROP TRIGGER audit_never_changed;
            UPDATE audit_record SET body = replace(body, '"done"', '"failed"') WHERE sequence = 3;`);
    expect(await audit('verify')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^Record 3 is broken: it was changed/),
    });
  });

  it('where nothing can be put on record, people change nothing and go on watching', async () => {
    const lock = new Database(house.storeFile);
    lock.exec('BEGIN IMMEDIATE');
    try {
      const wish = { name: 'late', role: 'viewer', zones: null };
      expect(await admin.ask('POST', '/api/v1/accounts', wish)).toMatchObject({
        status: 503,
        body: { error: { code: 'record-locked' } },
      });
      expect((await admin.ask('GET', '/api/v1/zones')).status).toBe(200);
      for (let second = 0; second < 40; second += 1) {
        house.second();
        await new Promise(setImmediate);
      }
      const { body } = await admin.ask('GET', '/api/v1/state');
      expect(JSON.stringify(body)).toContain('"store-failing"');
    } finally {
      lock.exec('ROLLBACK');
      lock.close();
    }
    const accounts = await admin.ask('GET', '/api/v1/accounts');
    expect(JSON.stringify(accounts.body)).not.toContain('late');
  });
});
