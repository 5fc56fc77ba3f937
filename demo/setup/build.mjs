import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run } from './commands.mjs';

const STAMP = join(ROOT, '.throng/built');
const SERVERS = ['edge-agent', 'control-server', 'models', 'demo'];
const SOURCES = ['packages', ...SERVERS, 'dashboard', 'package-lock.json', 'tsconfig.base.json'];
const SKIPPED = new Set(['node_modules', 'dist', 'weights', 'training', 'setup']);

/** When the newest file under `path` was written, in ms; what no build reads is left out. */
const newest = (path) => {
  const entry = statSync(path);
  if (!entry.isDirectory()) return path.endsWith('.tsbuildinfo') ? 0 : entry.mtimeMs;
  return readdirSync(path)
    .filter((name) => !SKIPPED.has(name))
    .reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0);
};

const isCurrent = () => {
  if (!existsSync(STAMP)) return false;
  const built = statSync(STAMP).mtimeMs;
  return SOURCES.every((source) => newest(join(ROOT, source)) <= built);
};

const tool = (name) => join(ROOT, 'node_modules/.bin', name);

/** Compiles the servers and bundles the page; nothing where no source is newer than the last build. */
export const build = async () => {
  if (isCurrent()) return 'Build is current';
  const start = new Date(); // an edit during the build makes it stale again
  await run(tool('tsc'), ['-b', ...SERVERS, 'edge-agent/calibration-page']);
  // Whatever shell we are in: a development build of the page is twice as heavy.
  const env = { NODE_ENV: 'production' };
  await run('npm', ['run', 'build', '--workspace', 'dashboard'], { env });
  mkdirSync(join(ROOT, '.throng'), { recursive: true });
  writeFileSync(STAMP, '');
  utimesSync(STAMP, start, start);
  return 'Built';
};
