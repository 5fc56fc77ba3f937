import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fail, type ModelEntry, type ModelManifest, ok, type Result } from '@throng/contract';
import { parseManifest } from '../../registry/parse-manifest.js';

/** A manifest and where it lies. */
export interface Registry {
  readonly path: string;
  readonly manifest: ModelManifest;
}

export const readRegistry = async (
  path: string,
): Promise<Result<Registry, 'manifest-missing' | 'manifest-invalid'>> => {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) {
    return fail(
      'manifest-missing',
      `there is no manifest ${path}, or it may not be read; check the path`,
    );
  }
  const manifest = parseManifest(text);
  return manifest.ok
    ? ok({ path, manifest: manifest.value })
    : fail(manifest.code, `${path}: ${manifest.message}`);
};

/** Where an entry's file lies, or will lie once it is pulled. */
export const fileOf = ({ path }: Registry, { file }: ModelEntry): string =>
  resolve(dirname(path), file);
