import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import { migratePostgres } from '../../../../control-server/src/adapters/postgres/migrate.js';
import { openPostgres } from '../../../../control-server/src/adapters/postgres/postgres-database.js';
import { postgresStore } from '../../../../control-server/src/adapters/postgres/postgres-store.js';
import { noRows } from '../../../../control-server/src/store/rows.js';
import { PASSWORD, startPostgres } from '../../../support/postgres.js';
import { describeWith } from '../../../support/system-tools.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { alertAt } from '../../../unit/control-server/store/store-contract.js';
import { VENUE } from '../../../unit/control-server/support/venue.js';
import { command } from '../support/command.js';

describeWith(['postgres'], '[I] erasure where PostgreSQL keeps the alerts', () => {
  it('puts the same pseudonym there as everywhere else, or is refused and can be asked for again', async () => {
    const database = await startPostgres();
    onTestFinished(() => database.close());
    const address = { settings: database.settings, password: PASSWORD };
    const venueFile = join(await temporaryFolder(), 'venue.yml');
    await writeFile(join(dirname(venueFile), 'password'), PASSWORD, { mode: 0o600 });
    const { passwordFile: _, ...postgres } = database.settings;
    const settings = { store: { postgres: { ...postgres, passwordFile: 'password' } } };
    await writeFile(venueFile, stringify({ venue: VENUE, server: settings }));
    for (const [name, role] of [
      ['ada', 'admin'],
      ['kim', 'operator'],
    ] as const) {
      const added = await command('account', 'add', name, '--role', role, '-c', venueFile);
      expect(added, added.err).toMatchObject({ code: 0 });
    }
    const erase = () => command('account', 'erase', 'kim', '-c', venueFile, '--json');
    const accounts = async () => (await command('account', 'list', '-c', venueFile)).out;

    // Nobody has made the venue's tables yet: nothing can be forgotten there.
    expect(await erase()).toMatchObject({ code: 1 });
    expect(await accounts()).toContain('kim');

    await migratePostgres(address, VENUE.id);
    const store = postgresStore(openPostgres(address, VENUE.id));
    onTestFinished(() => store.close());
    const handling = {
      at: '2026-07-04T19:01:00.000Z',
      acknowledged: { at: '2026-07-04T19:01:00.000Z', by: 'kim' },
      ...{ assignee: null, shelved: null, unanswered: 0, comments: [] },
    };
    const alert = { ...alertAt('a', '19:00:00', '19:30:00'), handling };
    await store.write({ ...noRows, transitions: [{ kind: 'cleared', alert }] });
    const erased = await erase();
    expect(erased, erased.err).toMatchObject({ code: 0 });
    const { pseudonym } = JSON.parse(erased.out);
    const day = { from: 0, to: Date.UTC(2026, 6, 5) };
    const [found, changes] = [await store.alerts(day), await store.transitions(day)];
    expect(JSON.stringify([found, changes])).not.toContain('kim');
    expect(found).toMatchObject({ value: [{ handling: { acknowledged: { by: pseudonym } } }] });
    expect(await accounts()).not.toContain('kim');
  });
});
