import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { copyFile, mkdir, readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fail, ok, type Result } from '@throng/contract';

/** Weights that boxes fetch, by their checksums. */
export interface Weights {
  /** Bytes of a file; undefined where there is none. */
  sizeOf(sha256: string): Promise<number | undefined>;
  /** The file from a byte on. */
  read(sha256: string, from: number): ReadStream;
  /** Takes a copy of a file that has this checksum; how many bytes it has. */
  add(path: string, sha256: string): Promise<Result<number, 'file' | 'checksum'>>;
}

const digestOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
};

const folderOf = (storeFile: string): string => `${storeFile}.models`;

/** A file of weights that lies beside a store. */
export interface WeightsFile {
  readonly path: string;
  readonly sha256: string;
}

/** All weights beside a store, for its backup; what is half copied is none. */
export const weightsOf = async (storeFile: string): Promise<WeightsFile[]> => {
  const folder = folderOf(storeFile);
  const names = await readdir(folder).catch(() => []);
  return names.toSorted().flatMap((name) => {
    const sha256 = /^([0-9a-f]{64})\.onnx$/.exec(name)?.[1];
    return sha256 === undefined ? [] : [{ path: join(folder, name), sha256 }];
  });
};

/** Beside the store, whose backup it belongs to. */
export const weightsFolder = (storeFile: string): Weights => {
  const folder = folderOf(storeFile);
  const pathOf = (sha256: string): string => join(folder, `${sha256}.onnx`);
  return {
    sizeOf: async (sha256) => (await stat(pathOf(sha256)).catch(() => undefined))?.size,
    read: (sha256, from) => createReadStream(pathOf(sha256), { start: from }),
    add: async (path, sha256) => {
      try {
        await mkdir(folder, { recursive: true });
        const part = `${pathOf(sha256)}.part`;
        await copyFile(path, part);
        const found = await digestOf(part);
        if (found !== sha256) {
          const message = `${path} has the checksum ${found.slice(0, 12)}…, its entry says ${sha256.slice(0, 12)}…`;
          return fail('checksum', message);
        }
        await rename(part, pathOf(sha256));
        return ok((await stat(pathOf(sha256))).size);
      } catch (error) {
        return fail('file', error instanceof Error ? error.message : String(error));
      }
    },
  };
};
