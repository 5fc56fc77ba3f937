import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root, whatever folder the command was typed in. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where `name` lies on the search path; undefined where it is not installed. */
export const findOnPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .concat('/usr/sbin', '/usr/local/sbin')
    .map((folder) => join(folder, name))
    .find(isExecutable);

export const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** What a short command prints on stdout; undefined where it fails, or ends with another code than 0. */
export const outputOf = (command, ...args) => {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8', timeout: 20_000 });
  return status === 0 ? stdout.trim() : undefined;
};

const SHOWN_LINES = 15;

/** The beginning and the end of a long text: npm says why first, compilers say it last. */
const shortened = (text) => {
  const lines = text.trim().split('\n');
  return lines.length <= 2 * SHOWN_LINES
    ? lines.join('\n')
    : [...lines.slice(0, SHOWN_LINES), '  …', ...lines.slice(-SHOWN_LINES)].join('\n');
};

/**
 * Runs a command from the root. Its words are kept and only shown when it fails, so that
 * a setup reads as its steps; a command that asks for a password keeps the terminal.
 */
export const run = (command, args, { env = {}, terminal = false } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: [terminal ? 'inherit' : 'ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(output);
      const end = `${[command, ...args].join(' ')} ended with ${signal ?? code}`;
      reject(new Error(`${end}\n${shortened(output)}`));
    });
  });
