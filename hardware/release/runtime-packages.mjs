import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The folders that Node looks into for a package that the one at `path` asks for, nearest first. */
const lookedInto = (path) => {
  const parts = path === '' ? [] : path.split('/');
  const folders = [];
  for (let depth = parts.length; depth >= 0; depth -= 1) {
    if (parts[depth - 1] === 'node_modules') continue;
    folders.push([...parts.slice(0, depth), 'node_modules'].join('/'));
  }
  return folders;
};

/**
 * What the apps need when they run, as package-lock.json knows it: `own` workspaces and `foreign`
 * packages, each by its folder. Follows dependencies as Node does; what is optional counts where
 * `isThere`, since the lock names the binaries of every platform.
 */
export const runtimePackages = (lock, apps, isThere) => {
  const entries = lock.packages;
  const found = { own: new Set(), foreign: new Set() };
  const missing = [];
  const waiting = [...apps];
  const resolve = (from, name) => {
    for (const folder of lookedInto(from)) {
      const entry = entries[`${folder}/${name}`];
      if (entry !== undefined) return entry.link ? entry.resolved : `${folder}/${name}`;
    }
    return undefined;
  };
  while (waiting.length > 0) {
    const path = waiting.pop();
    const kind = path.includes('node_modules/') ? found.foreign : found.own;
    if (kind.has(path)) continue;
    const entry = entries[path];
    if (entry === undefined) throw new Error(`package-lock.json does not know ${path}`);
    kind.add(path);
    const optional = new Set([
      ...Object.keys(entry.optionalDependencies ?? {}),
      ...Object.keys(entry.peerDependencies ?? {}),
    ]);
    for (const name of [...Object.keys(entry.dependencies ?? {}), ...optional]) {
      const target = resolve(path, name);
      if (target !== undefined && isThere(target)) waiting.push(target);
      else if (!optional.has(name)) missing.push(`${path} needs ${name}`);
    }
  }
  if (missing.length > 0) throw new Error(`run npm ci first: ${missing.join('; ')}`);
  return { own: [...found.own].sort(), foreign: [...found.foreign].sort() };
};

/** Whether a folder of the project is there. */
export const isIn = (project) => (path) => existsSync(join(project, path));
