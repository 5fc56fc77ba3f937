import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the page as it was built when the run began. */
    builtPage: string;
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const dashboard = join(root, 'dashboard');

/** What the page is built from. */
const SOURCES = [
  ...[
    'src',
    'build',
    'public',
    'index.html',
    'login.html',
    'steward.html',
    'worker',
    'package.json',
    'vite.config.ts',
  ].map((name) => join(dashboard, name)),
  ...['contract', 'crowd'].map((name) => join(root, 'packages', name, 'src')),
];

/** When a file, or anything in a folder, was changed last, epoch ms. */
const changedAt = (path: string): number => {
  const entries = statSync(path).isDirectory() ? readdirSync(path) : [];
  return Math.max(statSync(path).mtimeMs, ...entries.map((name) => changedAt(join(path, name))));
};

const buildWhereStale = (built: string): void => {
  const page = join(built, 'index.html');
  if (existsSync(page) && statSync(page).mtimeMs >= Math.max(...SOURCES.map(changedAt))) return;
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync('npm', ['run', 'build'], { cwd: dashboard, env, stdio: 'pipe' });
};

/**
 * Before any page test: builds the page where a source is newer. The run gets a copy, since a build
 * beside it, after an edit, empties the folder that browsers are reading.
 */
export default async function buildPageOnce(project: TestProject): Promise<() => Promise<void>> {
  const built = join(dashboard, 'dist/app');
  buildWhereStale(built);
  const copy = await mkdtemp(join(tmpdir(), 'throng-page-'));
  await cp(built, copy, { recursive: true });
  project.provide('builtPage', copy);
  return () => rm(copy, { recursive: true, force: true });
}
