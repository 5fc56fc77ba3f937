import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { type Child, start } from './child.js';
import { eventually } from './eventually.js';
import { freePort } from './free-port.js';

/** The programs as a user runs them: built, in a process each. */
const program = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const SERVER = program('control-server/bin/throng-server.mjs');
export const EDGE = program('edge-agent/bin/throng-edge.mjs');

/** Runs a command of the server to its end: its exit code and what it wrote. */
export const runServer = async (
  words: readonly string[],
  { cwd, input }: { readonly cwd?: string; readonly input?: string | undefined } = {},
) => {
  const child = spawn(process.execPath, [SERVER, ...words], { cwd });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text) => {
    out += text;
  });
  child.stderr.on('data', (text) => {
    err += text;
  });
  child.stdin.end(input);
  const [code] = await once(child, 'close');
  return { code, out, err };
};

export interface Server {
  readonly origin: string;
  readonly venueFile: string;
  readonly child: Child;
}

/** A real server on a free port, or the one given, ready to take messages from `broker`. */
export const startServer = async (
  folder: string,
  venue: unknown,
  { broker, port: wanted, settings = {} }: { broker: string; port?: number; settings?: object },
): Promise<Server> => {
  const port = wanted ?? (await freePort());
  const venueFile = join(folder, 'venue.yml');
  const server = {
    listen: { port },
    access: { mode: 'open' },
    broker: { url: broker },
    store: { file: join(folder, 'throng.db') },
    ...settings,
  };
  await writeFile(venueFile, stringify({ venue, server }));
  const child = start(process.execPath, [SERVER, 'run', '--config', venueFile]);
  const origin = `http://127.0.0.1:${port}`;
  let gone: unknown;
  child.ended.then((end) => {
    gone = end;
  });
  await eventually(
    'the server to be ready',
    async () => {
      if (gone !== undefined) throw new Error(`the server ended:\n${child.lines.join('\n')}`);
      const answer = await fetch(`${origin}/readyz`).catch(() => undefined);
      return answer?.ok || undefined;
    },
    30_000,
  );
  return { origin, venueFile, child };
};

/** A real agent with these settings, beside the venue file it names. */
export const startEdge = async (
  folder: string,
  name: string,
  settings: { readonly edge: string } & Record<string, unknown>,
): Promise<Child> => {
  const config = join(folder, `${name}.yml`);
  await writeFile(config, stringify(settings));
  return start(process.execPath, [EDGE, 'run', '--config', config]);
};
