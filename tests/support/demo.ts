import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Child, start } from './child.js';
import { freePort } from './free-port.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Demo {
  readonly child: Child;
  readonly origin: string;
}

/** `npm run demo` without npm, on a free port; ready when it has printed its address. */
export const startDemo = async (...options: string[]): Promise<Demo> => {
  const port = await freePort();
  const child = start(process.execPath, ['demo/start.mjs', '--port', `${port}`, ...options], {
    cwd: ROOT,
  });
  const line = await child.line(/http:\/\/127\.0\.0\.1:\d+/, 90_000);
  return { child, origin: /http:\/\/[\d.:]+/.exec(line)?.[0] ?? '' };
};

/** Whether a demo has left anything on the disk. */
export const demoFolderExists = (): boolean => existsSync(`${ROOT}/.throng/demo`);
