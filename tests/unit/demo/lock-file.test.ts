import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

interface Entry {
  readonly optionalDependencies?: Record<string, string>;
}

const lockFile = fileURLToPath(new URL('../../../package-lock.json', import.meta.url));
const { packages }: { packages: Record<string, Entry> } = JSON.parse(
  readFileSync(lockFile, 'utf8'),
);

/** Where npm would look for `name` from a package's folder, nearest first. */
const places = (folder: string, name: string): string[] => {
  const found = [`${folder}/node_modules/${name}`];
  for (let at = folder.lastIndexOf('/node_modules/'); at > 0; ) {
    const parent = folder.slice(0, at);
    found.push(`${parent}/node_modules/${name}`);
    at = parent.lastIndexOf('/node_modules/');
  }
  return [...found, `node_modules/${name}`];
};

it('[U] the lock file names the binaries of every system; npm ci refuses it otherwise', () => {
  const missing = Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !places(folder, name).some((place) => place in packages),
    ),
  );
  expect(missing).toEqual([]);
});
