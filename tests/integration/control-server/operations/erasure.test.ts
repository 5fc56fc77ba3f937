import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { windowAt } from '../../../unit/control-server/support/venue.js';
import { colleague, firstAdmin, type Guest, openGuardedHouse } from '../access/support/guest.js';
import { command } from '../support/command.js';
import type { House } from '../support/house.js';

let house: House;
let admin: Guest;
const venueFile = () => join(house.folder, 'venue.yml');
const DAY_MS = 86_400_000;

/** Each table that holds a text as a value, or as a string of a JSON body. */
const tablesWith = (text: string): string[] => {
  const database = new Database(house.storeFile, { readonly: true });
  const tables = database
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .all();
  const found = tables.filter(({ name }) =>
    database
      .prepare<[], Record<string, unknown>>(`SELECT * FROM "${name}"`)
      .all()
      .some((row) =>
        Object.values(row).some(
          (value) => value === text || String(value).includes(JSON.stringify(text)),
        ),
      ),
  );
  database.close();
  return found.map(({ name }) => name);
};

beforeAll(async () => {
  house = await openGuardedHouse();
  admin = await firstAdmin(house);
  const kim = await colleague(house, admin, { name: 'kim', role: 'operator', zones: null });
  const agent = await house.agent();
  for (let second = 1; second <= 14; second += 1) {
    house.second();
    await house.deliver(agent, windowAt('stage', second, 4.2));
  }
  house.second();
  const { body } = await kim.ask('GET', '/api/v1/alerts?state=active');
  const alert = Object(body).alerts?.[0] ?? Object(body)[0];
  const acted = await kim.ask('POST', `/api/v1/alerts/${alert.id}/acts`, { kind: 'acknowledge' });
  if (acted.status >= 300) throw new Error(JSON.stringify(acted.body));
  await house.stop();
  const database = new Database(house.storeFile);
  database.exec(`
    INSERT INTO hand_count VALUES ('c1', 1, 'kim', 'zone', 'east', 0, 1, 40, NULL);
    INSERT INTO fleet_version VALUES ('box-9', 1, 1, 'kim', '', '{"settings":{},"models":{}}');`);
  database.close();
});
afterAll(() => house.close());

describe('[I] erasure', () => {
  it('puts a pseudonym wherever a name stood, and the record can still be verified', async () => {
    expect(tablesWith('kim')).toEqual(expect.arrayContaining(['account', 'alert', 'audit_record']));
    const noted = (await command('audit', 'head', '-c', venueFile())).out;
    const { code, out } = await command('account', 'erase', 'kim', '-c', venueFile(), '--json');
    expect(code).toBe(0);
    const { pseudonym, records } = JSON.parse(out);
    expect(pseudonym).toMatch(/^erased-[0-9a-f]{12}$/);
    expect(records).toBeGreaterThan(3);
    expect(tablesWith('kim')).toEqual([]);
    expect(tablesWith(pseudonym)).toEqual(expect.arrayContaining(['alert', 'audit_record']));
    expect(tablesWith(pseudonym)).toEqual(expect.arrayContaining(['hand_count', 'fleet_version']));
    const verify = ['audit', 'verify', '-c', venueFile()];
    expect((await command(...verify, '--head', noted)).code).toBe(0);
  });

  it('shows a redaction that is not on record', async () => {
    const database = new Database(house.storeFile);
    database.exec(`INSERT INTO audit_redaction VALUES ('erased-by-nobody', 2, 'x')`);
    const { code, err } = await command('audit', 'verify', '-c', venueFile());
    expect([code, err]).toEqual([1, expect.stringContaining('is broken')]);
    database.exec(`DELETE FROM audit_redaction WHERE erasure = 'erased-by-nobody'`);
    database.close();
  });

  it('never the last admin', async () => {
    const { code, err } = await command('account', 'erase', 'ada', '-c', venueFile());
    expect([code, err]).toEqual([1, expect.stringContaining('last admin')]);
  });
});

describe('[I] the retention of the audit log', () => {
  it('erases what is too old, within an hour, and what is left can be verified', async () => {
    house.clock.advance(1_096 * DAY_MS);
    await house.start();
    house.clock.advance(3_600_000);
    await house.stop();
    expect(house.log).toContain('audit log pruned');
    expect((await command('audit', 'verify', '-c', venueFile())).code).toBe(0);
    const database = new Database(house.storeFile);
    const { first } = Object(
      database.prepare('SELECT MIN(sequence) AS first FROM audit_record').get(),
    );
    expect(first).toBeGreaterThan(5);
    expect(() => database.exec('DELETE FROM audit_record')).toThrow('append-only');
    database.exec(`DROP TRIGGER audit_never_erased;
      DELETE FROM audit_record WHERE sequence = ${first}`);
    database.close();
    expect((await command('audit', 'verify', '-c', venueFile())).code).toBe(1);
  });
});
