/**
 * Reads a graph model from a folder that holds `model.json` and its weight files, on any backend:
 * only TensorFlow's native packages can load `file://` by themselves.
 *
 * @import { io } from '@tensorflow/tfjs-core'
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** @param {string} folder @param {readonly string[]} paths */
const readWeights = async (folder, paths) => {
  const shards = await Promise.all(paths.map((path) => readFile(join(folder, path))));
  const all = new Uint8Array(shards.reduce((sum, shard) => sum + shard.length, 0));
  let offset = 0;
  for (const shard of shards) {
    all.set(shard, offset);
    offset += shard.length;
  }
  return all.buffer;
};

/** What is read of `model.json` here is checked here; TensorFlow.js checks the rest. @param {unknown} json */
const weightFiles = (json) => {
  const groups =
    typeof json === 'object' &&
    json !== null &&
    'modelTopology' in json &&
    'weightsManifest' in json &&
    Array.isArray(json.weightsManifest)
      ? json.weightsManifest
      : [];
  const paths = groups.flatMap((group) => group?.paths ?? [undefined]);
  if (paths.length > 0 && paths.every((path) => typeof path === 'string')) return paths;
  throw new Error(
    'model.json is no TensorFlow.js graph model: it lacks modelTopology, or the paths in weightsManifest',
  );
};

/** @param {typeof io} tfio @param {string} folder @returns {io.IOHandler} */
export const folderHandler = (tfio, folder) => ({
  load: async () => {
    /** @type {io.ModelJSON} */
    const json = JSON.parse(await readFile(join(folder, 'model.json'), 'utf8'));
    const paths = weightFiles(json);
    return tfio.getModelArtifactsForJSON(json, async (manifest) => [
      manifest.flatMap(({ weights }) => weights),
      await readWeights(folder, paths),
    ]);
  },
});
