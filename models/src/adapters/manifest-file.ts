import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail, type ModelEntry, type ModelManifest, ok, type Result } from '@throng/contract';
import { parseManifest } from '../registry/parse-manifest.js';
import { readText } from './json-file.js';

/** The manifest of the models that come with Throng, seen from the sources and the build alike. */
export const ownManifest = fileURLToPath(new URL('../../manifest.json', import.meta.url));

/** A manifest and where it lies. */
export interface Registry {
  readonly path: string;
  readonly manifest: ModelManifest;
}

export const readRegistry = async (
  path: string,
): Promise<Result<Registry, 'file-unreadable' | 'manifest-invalid'>> => {
  const text = await readText(path);
  if (!text.ok) return text;
  const manifest = parseManifest(text.value);
  return manifest.ok
    ? ok({ path, manifest: manifest.value })
    : fail(manifest.code, `${path}: ${manifest.message}`);
};

/** Where an entry's file lies, or will lie once it is pulled. */
export const fileOf = ({ path }: Registry, { file }: ModelEntry): string =>
  resolve(dirname(path), file);
