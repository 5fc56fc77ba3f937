import { mkdir, readdir, rename, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, type ModelOffer, ok, type Result } from '@throng/contract';
import { digestFile } from '@throng/inference/adapters';
import type { ModelShelf } from '../../fleet/offered-model.js';
import { download } from './download.js';
import { type OpenOptions, openOffered } from './open-offered.js';
import type { ServerAddress } from './server-address.js';

/** Bytes that a download leaves free: the spool and the logs share the disk. */
const SPARE = 64 * 1024 ** 2;

const isFull = async (folder: string, bytes: number): Promise<boolean> => {
  const disk = await statfs(folder).catch(() => undefined);
  return disk !== undefined && disk.bavail * disk.bsize < bytes + SPARE;
};

/** The weights of offered models, by their checksums, in a folder of the box's state. */
export const modelFolder = (
  folder: string,
  edge: string,
  server: () => Promise<ServerAddress | undefined>,
  options: OpenOptions,
): ModelShelf => {
  const pathOf = (sha256: string): string => join(folder, `${sha256}.onnx`);
  const isWhole = async (path: string, sha256: string): Promise<boolean> =>
    (await digestFile(path))?.sha256 === sha256;

  const fetchTo = async (
    path: string,
    { model: { bytes, sha256 }, ticket }: ModelOffer,
  ): Promise<Result<void, 'not-fetched' | 'corrupt' | 'disk-full'>> => {
    const address = await server();
    if (address === undefined) {
      return fail('not-fetched', 'fleet.server is not set; give the address of the server');
    }
    const part = `${path}.part`;
    const fetched = await download({
      url: `${address.url}/api/v1/fleet/weights/${sha256}`,
      headers: { 'x-throng-edge': edge, 'x-throng-ticket': ticket },
      ...{ ca: address.ca, part, bytes },
    });
    if (!fetched.ok) return fetched;
    if (await isWhole(part, sha256)) {
      await rename(part, path);
      return ok(undefined);
    }
    await rm(part, { force: true });
    return fail(
      'corrupt',
      `what the server sent is not what it has signed (${sha256.slice(0, 12)}…)`,
    );
  };

  return {
    fetch: async (offer) => {
      const path = pathOf(offer.model.sha256);
      await mkdir(folder, { recursive: true });
      if (await isWhole(path, offer.model.sha256)) return ok(undefined);
      if (await isFull(folder, offer.model.bytes)) {
        return fail('disk-full', `${folder} has no room for ${offer.model.bytes} bytes`);
      }
      return fetchTo(path, offer);
    },
    open: async (model) => {
      const path = pathOf(model.sha256);
      return (await isWhole(path, model.sha256))
        ? openOffered(path, model, options)
        : fail('corrupt', `${path} is missing or damaged`);
    },
    keepOnly: async (weights) => {
      const wanted = new Set(weights.map((sha256) => `${sha256}.onnx`));
      const here = await readdir(folder).catch(() => []);
      const old = here.filter((name) => !wanted.has(name.replace(/\.part$/, '')));
      await Promise.all(old.map((name) => rm(join(folder, name), { force: true })));
    },
  };
};
