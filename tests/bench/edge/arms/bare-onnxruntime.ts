import { readFileSync } from 'node:fs';
import { letterboxGraph } from '@throng/inference/adapters';
import * as ort from 'onnxruntime-node';
import { serveArm } from './serve-arm.js';

// bare-onnxruntime.js WIDTH HEIGHT RAW-FRAMES MODEL…: each model on tensors that lie ready, nothing else.
const [, , width = '', height = '', frames = '', ...models] = process.argv;
const [w, h] = [Number(width), Number(height)];
const options: ort.InferenceSession.SessionOptions = {
  executionProviders: ['cpu'],
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  graphOptimizationLevel: 'all',
};

const raw = readFileSync(frames);
const size = w * h * 3;
const pictures = Array.from({ length: raw.byteLength / size }, (_, index) => {
  const pixels = Uint8Array.from(raw.subarray(index * size, (index + 1) * size));
  return new ort.Tensor('uint8', pixels, [1, h, w, 3]);
});

/** Inputs for a model that takes letterboxed floats of one size instead of pictures. */
const letterboxed = async (shape: readonly (number | string)[]): Promise<ort.Tensor[]> => {
  const letterbox = await ort.InferenceSession.create(letterboxGraph, options);
  const sides = BigInt64Array.from(shape.slice(2).map((side) => BigInt(side)));
  const to = new ort.Tensor('int64', sides, [2]);
  const inputs: ort.Tensor[] = [];
  for (const picture of pictures) {
    const { images } = await letterbox.run({ frames: picture, size: to });
    if (images !== undefined) inputs.push(images);
  }
  return inputs;
};

const ready: { session: ort.InferenceSession; name: string; inputs: ort.Tensor[] }[] = [];
for (const model of models) {
  const session = await ort.InferenceSession.create(model, options);
  const [input] = session.inputMetadata;
  if (input?.isTensor !== true) throw new Error(`${model} takes no tensor`);
  const inputs = input.type === 'uint8' ? pictures : await letterboxed(input.shape);
  ready.push({ session, name: input.name, inputs });
}

let frame = 0;
await serveArm(async ([, count]) => {
  for (let looked = 0; looked < Number(count); looked += 1) {
    for (const { session, name, inputs } of ready) {
      const input = inputs[frame % inputs.length];
      if (input !== undefined) await session.run({ [name]: input });
    }
    frame += 1;
  }
  return { frames: Number(count) };
});
