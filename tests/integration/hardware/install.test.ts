import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readlinkSync } from 'node:fs';
import { appendFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { runServer } from '../../support/throng.js';
import { tinyRelease } from '../../support/tiny-release.js';
import { VENUE } from '../../unit/control-server/support/venue.js';

/** A throw-away root, and the installer of a release that works on nothing else. */
const house = async () => {
  const folder = await temporaryFolder();
  const root = join(folder, 'root');
  await mkdir(root);
  const first = await tinyRelease(folder, '1.0.0');
  const install = (...words: string[]) => {
    const args = [join(first, 'hardware/install.sh'), ...words, '--root', root];
    const { status, stderr, stdout } = spawnSync('sh', args, { encoding: 'utf8' });
    return { code: status, said: `${stdout}${stderr}` };
  };
  const at = (path: string) => join(root, path);
  const link = (path: string) => readlinkSync(at(path));
  return { folder, root, first, install, at, link };
};

/** Milliseconds for a dozen starts of the real server's command line. */
const REAL_SERVERS = 180_000;

/** The installer is for Linux: it asks `uname` and readlink's GNU ways. */
const onLinux = platform() === 'linux' ? describe : describe.skip;

onLinux('[I] install.sh, in a root of its own', () => {
  it('installs both roles, again and again, and never touches settings', async () => {
    const { at, install, link } = await house();
    expect(install('edge').said).toContain('Installed: throng-edge 1.0.0');
    expect(link('opt/throng/current')).toBe('releases/1.0.0');
    expect(link('usr/local/bin/throng-edge')).toBe('/opt/throng/current/bin/throng-edge');
    expect(await readFile(at('etc/systemd/system/throng-edge.service'), 'utf8')).toContain(
      'NoNewPrivileges=true',
    );
    expect(await readFile(at('etc/throng/edge.yml'), 'utf8')).toContain(
      'state: /var/lib/throng/edge',
    );
    await writeFile(at('etc/throng/edge.yml'), 'mine');
    expect(install('server').code).toBe(0);
    expect(install('edge').said).toContain('is here already');
    expect(await readFile(at('etc/throng/edge.yml'), 'utf8')).toBe('mine');
    expect(install('status').said).toMatch(/release +1\.0\.0[\s\S]*edge[\s\S]*server/);
  });

  it('upgrades, goes back, and forgets releases that are long past', async () => {
    const { at, folder, install, link } = await house();
    install('edge');
    for (const version of ['1.1.0', '1.2.0', '1.3.0', '1.4.0']) {
      const release = await tinyRelease(folder, version);
      expect(install('upgrade', '--from', release)).toMatchObject({ code: 0 });
    }
    expect([link('opt/throng/current'), link('opt/throng/previous')]).toEqual([
      'releases/1.4.0',
      'releases/1.3.0',
    ]);
    expect(existsSync(at('opt/throng/releases/1.0.0'))).toBe(false);
    expect(install('rollback').code).toBe(0);
    expect(link('opt/throng/current')).toBe('releases/1.3.0');
    expect(install('rollback', '--version', '9.9.9').said).toContain('is not kept here');
  });

  it.each([
    ['does not start', { starts: false }],
    ['does not take', { takes: false }],
  ])('goes back by itself from a release that %s', async (why, illness) => {
    const { folder, install, link } = await house();
    install('edge');
    await appendFile(join(folder, 'root/etc/throng/edge.yml'), '# mine\n');
    const ill = await tinyRelease(folder, '1.1.0', illness);
    const { code, said } = install('upgrade', '--from', ill);
    expect(code).toBe(1);
    expect(said).toContain(why);
    expect(said).toContain('1.0.0 runs on');
    expect(link('opt/throng/current')).toBe('releases/1.0.0');
  });

  it('takes a tarball by its checksum, and no damaged one', async () => {
    const { folder, install } = await house();
    await tinyRelease(folder, '1.1.0');
    const tarball = join(folder, 'release.tar.gz');
    execFileSync('tar', ['-czf', tarball, '-C', folder, 'throng-1.1.0']);
    const sum = createHash('sha256')
      .update(await readFile(tarball))
      .digest('hex');
    await writeFile(`${tarball}.sha256`, `${sum}  release.tar.gz\n`);
    expect(install('edge', '--from', tarball, '--version', '1.2.0').said).toContain('not 1.2.0');
    expect(install('edge', '--from', tarball)).toMatchObject({ code: 0 });
    await appendFile(tarball, 'x');
    expect(install('upgrade', '--from', tarball).said).toContain('not what its checksum says');
  });

  it('says what is wrong and what mends it', async () => {
    const { folder, install } = await house();
    expect(install('upgrade').said).toContain('no role of Throng is here');
    expect(install('edge', '--from', folder).said).toContain('is no release of Throng');
    expect(install('edge', 'server')).toMatchObject({ code: 2 });
    expect(install('edge', '--form', 'x').said).toContain('I do not know --form');
    install('edge');
    const same = await tinyRelease(join(folder, 'other'), '1.0.0', { oddity: 'another' });
    expect(install('edge', '--from', same).said).toContain('of the same name differs');
    const foreign = await tinyRelease(folder, '1.5.0');
    await writeFile(join(foreign, 'RELEASE'), '1.5.0\nlinux-s390x\n');
    expect(install('upgrade', '--from', foreign).said).toContain('is for linux-s390x');
  });

  /** A machine with a server of release 1.0.0, whose store has a form that 1.1.0 would change. */
  const withStore = async () => {
    const own = await house();
    const { at, folder, install } = own;
    const first = await tinyRelease(folder, '1.0.0', { form: 1 });
    expect(install('server', '--from', first).code).toBe(0);
    const venueFile = at('etc/throng/venue.yml');
    const server = { store: { file: at('var/lib/throng/server/throng.db') } };
    await writeFile(venueFile, stringify({ venue: VENUE, server }));
    const second = await tinyRelease(folder, '1.1.0', { form: 2 });
    const command = (...words: string[]) => runServer([...words, '-c', venueFile]);
    const add = (name: string) => command('account', 'add', name, '--role', 'admin');
    /** As the newer release does when it starts. */
    const renewForm = () => {
      const database = new Database(server.store.file);
      database.pragma('user_version = 99');
      database.close();
    };
    const kept = at('var/lib/throng/backups/store-of-1.0.0');
    return { ...own, second, command, add, renewForm, kept };
  };

  it(
    'keeps the store before a new release begins to use it, and puts it back with the old one',
    async () => {
      const { add, at, command, install, kept, link, renewForm, second } = await withStore();
      expect((await add('ada')).code).toBe(0);
      expect(install('upgrade', '--from', second)).toMatchObject({ code: 0 });
      expect(existsSync(join(kept, 'store.db.gz'))).toBe(true);
      expect((await add('late')).code).toBe(0);
      renewForm();

      const refused = await command('account', 'list');
      expect([refused.code, refused.err]).toEqual([
        1,
        expect.stringMatching(/a newer release has written that store; .*restore/),
      ]);
      const started = await command('run');
      expect([started.code, started.err]).toEqual([
        1,
        expect.stringMatching(/cannot start: .*newer release.*version 99.*restore/),
      ]);
      expect(`${refused.err}${started.err}`).not.toMatch(/ at .*\.js:/);

      const plain = install('rollback');
      expect(plain).toMatchObject({
        code: 1,
        said: expect.stringContaining('rollback --with-store'),
      });
      expect(link('opt/throng/current')).toBe('releases/1.1.0');
      // The pretended newer release is this very one: to it the store it "made" is newer, too.
      const back = install('rollback', '--with-store', '--no-backup');
      expect(back, back.said).toMatchObject({ code: 0 });
      expect(back.said).toMatch(
        /Out of the record goes what .* after 20\d\d-.*\n.*spool\.maxHours/,
      );
      expect(link('opt/throng/current')).toBe('releases/1.0.0');
      const accounts = (await command('account', 'list')).out;
      expect([accounts.includes('ada'), accounts.includes('late')]).toEqual([true, false]);
      const aside = await readdir(at('var/lib/throng/server'));
      expect(aside.filter((name) => name.includes('.before-'))).toHaveLength(1);
    },
    REAL_SERVERS,
  );

  it(
    'begins no upgrade whose store it could not keep, unless it is told to; needs none where none is',
    async () => {
      const { at, folder, install, kept, link, second } = await withStore();
      const early = install('upgrade', '--from', second);
      expect(early).toMatchObject({
        code: 0,
        said: expect.stringContaining('there is no store yet'),
      });
      expect(existsSync(kept)).toBe(false);
      await mkdir(at('var/lib/throng/server'), { recursive: true });
      await writeFile(at('var/lib/throng/server/throng.db'), 'a shopping list, and no store');
      const third = await tinyRelease(folder, '1.2.0', { form: 2 });
      const refused = install('upgrade', '--from', third);
      expect(refused).toMatchObject({
        code: 1,
        said: expect.stringContaining('could not be kept'),
      });
      expect(link('opt/throng/current')).toBe('releases/1.1.0');
      const bold = install('upgrade', '--from', third, '--no-backup');
      expect(bold).toMatchObject({
        code: 0,
        said: expect.stringContaining('none before it can be'),
      });
    },
    REAL_SERVERS,
  );

  it('tells a Mosquitto with our rules on the same machine who is revoked, and no other', async () => {
    const { at, install } = await house();
    const units = ['path', 'service'].map((kind) =>
      at(`etc/systemd/system/throng-revocations.${kind}`),
    );
    install('server');
    expect(units.map(existsSync)).toEqual([false, false]);
    await mkdir(at('etc/mosquitto/throng'), { recursive: true });
    expect(install('server').said).toContain('throng-revocations.path');
    expect(units.map(existsSync)).toEqual([true, true]);
    const script = 'opt/throng/releases/1.0.0/hardware/mosquitto/take-revocations.sh';
    expect((await stat(at(script))).mode & 0o111).toBe(0o111);
    install('uninstall');
    expect(units.map(existsSync)).toEqual([false, false]);
  });

  it('a dry run changes nothing; uninstall leaves settings and state, --purge nothing', async () => {
    const { at, install } = await house();
    expect(install('edge', '--dry-run').said).toContain('would run: cp -R');
    expect(existsSync(at('opt'))).toBe(false);
    install('edge');
    expect(install('uninstall', '--dry-run').code).toBe(0);
    expect(existsSync(at('opt/throng/current'))).toBe(true);
    expect(install('uninstall').code).toBe(0);
    expect([existsSync(at('opt/throng')), existsSync(at('etc/throng/edge.yml'))]).toEqual([
      false,
      true,
    ]);
    expect(existsSync(at('etc/systemd/system/throng-edge.service'))).toBe(false);
    install('edge');
    install('uninstall', '--purge');
    expect([existsSync(at('etc/throng')), existsSync(at('var/lib/throng'))]).toEqual([
      false,
      false,
    ]);
  });
});
