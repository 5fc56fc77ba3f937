import { execFile, spawn } from 'node:child_process';
import { chmod, chown, copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { Certificate } from './certificates.js';
import { freePort } from './free-port.js';
import { toolPath } from './system-tools.js';

const run = promisify(execFile);

export const PASSWORD = 'a password for tests only';

/** PostgreSQL refuses to run as root: nobody does it then. */
const NOBODY = 65_534;
const AS_NOBODY = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

/** A real PostgreSQL on the loopback, in a folder of its own. */
export interface Postgres {
  readonly port: number;
  /** One line: the password of the user `throng`. */
  readonly passwordFile: string;
  /** `server.store.postgres` of a venue file. */
  readonly settings: {
    readonly host: string;
    readonly port: number;
    readonly database: string;
    readonly user: string;
    readonly passwordFile: string;
  };
  signal(signal: NodeJS.Signals): void;
  /** Ends it at once, as a power cut would for whoever is connected. */
  stop(): Promise<void>;
  /** Starts it again on the same port and data; with a certificate it speaks TLS too. */
  restart(certificate?: Certificate): Promise<void>;
  /** Ends it, and its folder is gone. */
  close(): Promise<void>;
}

/** Power cuts are not what these tests are about: nothing is forced to disk. */
const QUICK = ['fsync=off', 'full_page_writes=off', 'shared_buffers=16MB'];

/** Starts one for a whole file of tests: `beforeAll(…)`, and `close` it in `afterAll`. */
export const startPostgres = async (): Promise<Postgres> => {
  const folder = await mkdtemp(join(tmpdir(), 'throng-postgres-'));
  const bin = toolPath('postgres');
  const passwordFile = join(folder, 'password');
  const data = join(folder, 'data');
  await writeFile(passwordFile, `${PASSWORD}\n`);
  await chmod(passwordFile, 0o644);
  await chmod(folder, 0o755);
  if ('uid' in AS_NOBODY) await chown(folder, NOBODY, NOBODY);
  await run(
    join(bin, 'initdb'),
    [
      ...['-D', data, '-U', 'throng', '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
      ...['--no-sync', '--no-locale', '-E', 'UTF8'],
    ],
    { cwd: folder, ...AS_NOBODY },
  );
  const port = await freePort();
  /** The key must be its user's own. */
  const secured = async ({ certFile, keyFile }: Certificate): Promise<string[]> => {
    const files = { cert: join(folder, 'server.pem'), key: join(folder, 'server.key') };
    await copyFile(certFile, files.cert);
    await copyFile(keyFile, files.key);
    await chmod(files.key, 0o600);
    if ('uid' in AS_NOBODY) await chown(files.key, NOBODY, NOBODY);
    return ['ssl=on', `ssl_cert_file=${files.cert}`, `ssl_key_file=${files.key}`];
  };
  const begin = (more: readonly string[] = []) =>
    new Promise<ReturnType<typeof spawn>>((resolve, reject) => {
      const options = [
        ...[...QUICK, ...more],
        ...['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories='],
      ].flatMap((option) => ['-c', option]);
      const server = spawn(join(bin, 'postgres'), ['-D', data, ...options], {
        ...{ cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] as const, ...AS_NOBODY },
        env: { ...process.env, LC_ALL: 'C' },
      });
      const said: string[] = [];
      createInterface({ input: server.stderr }).on('line', (line) => {
        said.push(line);
        if (line.includes('ready to accept connections')) resolve(server);
      });
      server.on('error', reject);
      server.on('exit', () => reject(new Error(`PostgreSQL ended:\n${said.join('\n')}`)));
    });
  let server = await begin();
  const stop = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGQUIT');
    await ended;
  };
  const settings = { host: '127.0.0.1', port, database: 'postgres', user: 'throng', passwordFile };
  return {
    ...{ port, passwordFile, settings, stop },
    signal: (signal) => void server.kill(signal),
    restart: async (certificate) => {
      await stop();
      server = await begin(certificate === undefined ? [] : await secured(certificate));
    },
    close: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
