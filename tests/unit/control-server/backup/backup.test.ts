import { describe, expect, it } from 'vitest';
import { backupName, outdatedBackups } from '../../../../control-server/src/backup/kept-backups.js';
import { readManifest } from '../../../../control-server/src/backup/manifest.js';
import { houseSecrets } from '../../../../control-server/src/backup/secret-settings.js';

const MANIFEST = {
  format: 'throng-backup',
  v: 1,
  venue: 'hall',
  madeAt: '2026-07-05T03:00:00.000Z',
  release: '0.1.0',
  schema: 9,
  audit: { sequence: 3, hash: 'a'.repeat(64) },
  secrets: false,
  files: ['store.db.gz', 'venue.yml'].map((name) => ({ name, bytes: 1, sha256: 'b'.repeat(64) })),
};

describe('[U] backups', () => {
  it('keeps the newest of its own venue, and every one of others', () => {
    const known = ['01', '03', '02'].map((day) => ({
      path: `/backup/${day}`,
      venue: 'hall',
      madeAt: `2026-07-${day}T03:00:00.000Z`,
    }));
    const other = { path: '/backup/arena', venue: 'arena', madeAt: '2020-01-01T00:00:00.000Z' };
    expect(outdatedBackups([other, ...known], 'hall', 2).map(({ path }) => path)).toEqual([
      '/backup/01',
    ]);
    expect(outdatedBackups(known, 'hall', 3)).toEqual([]);
  });

  it('is named by venue and time, without what a file system refuses', () => {
    expect(backupName('hall', MANIFEST.madeAt)).toBe('throng-hall-2026-07-05T03-00-00-000Z');
  });

  it.each([
    ['a manifest as it is written', (each: typeof MANIFEST) => each, true],
    ['one of a later form', (each: typeof MANIFEST) => ({ ...each, v: 2 }), false],
    [
      'one without the store',
      (each: typeof MANIFEST) => ({
        ...each,
        files: each.files.slice(1).concat(each.files.slice(1)),
      }),
      false,
    ],
    [
      'one that leads out of its folder',
      (each: typeof MANIFEST) => ({
        ...each,
        files: [...each.files, { name: '../venue.yml', bytes: 1, sha256: 'b'.repeat(64) }],
      }),
      false,
    ],
  ])('%s is read: %#', (_, change, isRead) => {
    expect(readManifest(JSON.stringify(change(MANIFEST))) !== undefined).toBe(isRead);
  });

  it('no manifest is no crash', () => {
    expect(readManifest('{')).toBeUndefined();
  });

  it('finds each file that the settings name, and the keys that the server made for itself', () => {
    const settings = {
      listen: { port: 8080, tls: { certFile: 'a.pem', keyFile: 'a.key' } },
      store: { file: 'throng.db' },
      enrolment: { authority: 'authority', passphraseFile: 'passphrase' },
      notifications: { channels: { mail: { kind: 'email', passwordFile: '/run/secrets/mail' } } },
    };
    expect(houseSecrets(settings, 'throng.db')).toEqual([
      { setting: 'listen.tls.certFile', path: 'a.pem' },
      { setting: 'listen.tls.keyFile', path: 'a.key' },
      { setting: 'enrolment.passphraseFile', path: 'passphrase' },
      { setting: 'notifications.channels.mail.passwordFile', path: '/run/secrets/mail' },
      { setting: 'push-key', path: 'throng.db.push-key' },
      { setting: 'fleet-key.pem', path: 'throng.db.fleet-key.pem' },
      { setting: 'enrolment.authority/ca.pem', path: 'authority/ca.pem' },
      { setting: 'enrolment.authority/ca.key', path: 'authority/ca.key' },
    ]);
  });
});
