import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../bench/shared/mosquitto.js';
import type { StoredRow } from './measured.js';
import { Part } from './part.js';
import type { AlertStory } from './store-view.js';

/** PostgreSQL refuses to run as root: nobody does it then. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const DEBIAN = '/usr/lib/postgresql';
const PASSWORD = 'a password for this evening only';

/** A real PostgreSQL that an evening is stored in, and that can be killed. */
export interface Database {
  readonly part: Part;
  /** `server.store.postgres` of a venue file. */
  readonly settings: object;
  /** As the venue’s server left it; throws while nobody answers. */
  rows(): StoredRow[];
  alert(zone: string): AlertStory;
}

/** Debian keeps the server’s programs out of the path, a folder per version. */
const programs = (): string => {
  const newest = existsSync(DEBIAN) ? readdirSync(DEBIAN).toSorted().at(-1) : undefined;
  return newest === undefined ? '' : join(DEBIAN, newest, 'bin/');
};

/** Makes a database in `folder`; it has not started yet. @throws where PostgreSQL is not installed. */
export const makeDatabase = async (folder: string): Promise<Database> => {
  const [bin, port] = [programs(), await freePort()];
  mkdirSync(folder, { recursive: true });
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, `${PASSWORD}\n`);
  if (isRoot) {
    chmodSync(join(folder, '..', '..'), 0o755); // nobody must be able to come here
    for (const path of [folder, passwordFile]) chownSync(path, NOBODY, NOBODY);
  }
  const data = join(folder, 'data');
  const words = ['-D', data, '-U', 'throng', '--pwfile', passwordFile, '-A', 'scram-sha-256'];
  execFileSync(`${bin}initdb`, [...words, '--no-locale', '-E', 'UTF8'], {
    ...{ cwd: folder, stdio: 'ignore' as const },
    ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
  });
  const options = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories='];
  const begin = [`${bin}postgres`, '-D', data, ...options.flatMap((option) => ['-c', option])];
  const asNobody = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
  const ask = (sql: string): string[][] =>
    execFileSync(
      'psql',
      [
        '-h',
        '127.0.0.1',
        '-p',
        `${port}`,
        '-U',
        'throng',
        '-d',
        'postgres',
        '-AtF',
        ' ',
        '-c',
        sql,
      ],
      {
        ...{ encoding: 'utf8' as const, maxBuffer: 2 ** 30, timeout: 30_000 },
        ...{ stdio: ['ignore', 'pipe', 'ignore'] as const },
        env: { ...process.env, PGPASSWORD: PASSWORD },
      },
    )
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split(' '));
  return {
    part: new Part('database', () => ({ command: isRoot ? [...asNobody, ...begin] : begin })),
    settings: { host: '127.0.0.1', port, database: 'postgres', user: 'throng', passwordFile },
    rows: () =>
      ask('SELECT camera, at FROM throng_hall.zone_measurement').map(([camera = '', at]) => ({
        ...{ camera, at: Number(at) },
      })),
    alert: (zone) => {
      const kinds = ask(
        `SELECT kind FROM throng_hall.alert_transition
         WHERE body #>> '{reason,kind}' = 'density' AND body #>> '{reason,zone}' = '${zone}'`,
      ).flat();
      const count = (wanted: string): number => kinds.filter((kind) => kind === wanted).length;
      return { raised: count('raised'), cleared: count('cleared') };
    },
  };
};
