import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { io } from '@tensorflow/tfjs-core';
import { shapeOf } from '@throng/contract';
import Type from 'typebox';

/** What is read of `model.json` here; TensorFlow.js checks the rest. */
const ModelJson = Type.Object({
  modelTopology: Type.Object({}),
  weightsManifest: Type.Array(Type.Object({ paths: Type.Array(Type.String()) }), { minItems: 1 }),
});
const modelShape = shapeOf(ModelJson);

const readWeights = async (folder: string, paths: readonly string[]): Promise<ArrayBuffer> => {
  const shards = await Promise.all(paths.map((path) => readFile(join(folder, path))));
  const all = new Uint8Array(shards.reduce((sum, shard) => sum + shard.length, 0));
  let offset = 0;
  for (const shard of shards) {
    all.set(shard, offset);
    offset += shard.length;
  }
  return all.buffer;
};

/**
 * Reads a graph model from a folder that holds `model.json` and its weight files, on any backend:
 * only TensorFlow's native packages can load `file://` by themselves.
 */
export const folderHandler = (tfio: typeof io, folder: string): io.IOHandler => ({
  load: async () => {
    const json: io.ModelJSON = JSON.parse(await readFile(join(folder, 'model.json'), 'utf8'));
    const checked = modelShape(json);
    if (!checked.ok) {
      const faults = checked.faults.map(({ path, message }) => `${path} ${message}`).join('; ');
      throw new Error(`model.json is no TensorFlow.js graph model: ${faults}`);
    }
    const paths = checked.value.weightsManifest.flatMap((group) => group.paths);
    return tfio.getModelArtifactsForJSON(json, async (manifest) => [
      manifest.flatMap(({ weights }) => weights),
      await readWeights(folder, paths),
    ]);
  },
});
