import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

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

/** The folder of the built page; built first where a source is newer, so that a run builds once. */
export const builtDashboard = (): string => {
  const built = join(dashboard, 'dist/app');
  const page = join(built, 'index.html');
  if (!existsSync(page) || statSync(page).mtimeMs < Math.max(...SOURCES.map(changedAt))) {
    const env = { ...process.env, NODE_ENV: 'production' };
    execFileSync('npm', ['run', 'build'], { cwd: dashboard, env, stdio: 'pipe' });
  }
  return built;
};
