import { readFileSync } from 'node:fs';
import { letterboxGraph } from '@throng/inference/adapters';
import * as ort from 'onnxruntime-node';
import { serveArm } from '../../shared/serve-arm.js';

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

/** Each picture beside the afterimage of the one before, as the motion graph made it. */
const followed = async (
  motion: ort.InferenceSession,
): Promise<ort.InferenceSession.FeedsType[]> => {
  const dims = [1, 1, Math.floor(h / 4), Math.floor(w / 4)];
  const none = new Float32Array(Math.floor(h / 4) * Math.floor(w / 4));
  let before: ort.OnnxValue = new ort.Tensor('float32', none, dims);
  const inputs: ort.InferenceSession.FeedsType[] = [];
  for (const frames of pictures) {
    const feeds = { frames, before };
    inputs.push(feeds);
    before = (await motion.run(feeds)).grey ?? before;
  }
  return inputs;
};

const inputsFor = async (
  session: ort.InferenceSession,
): Promise<ort.InferenceSession.FeedsType[]> => {
  const [input, second] = session.inputMetadata;
  if (input?.isTensor !== true) throw new Error('a model that takes no tensor');
  if (second?.name === 'before') return followed(session);
  const tensors = input.type === 'uint8' ? pictures : await letterboxed(input.shape);
  return tensors.map((tensor) => ({ [input.name]: tensor }));
};

const ready: { session: ort.InferenceSession; inputs: ort.InferenceSession.FeedsType[] }[] = [];
for (const model of models) {
  const session = await ort.InferenceSession.create(model, options);
  ready.push({ session, inputs: await inputsFor(session) });
}

let frame = 0;
await serveArm(async ([, count]) => {
  for (let looked = 0; looked < Number(count); looked += 1) {
    for (const { session, inputs } of ready) {
      const feeds = inputs[frame % inputs.length];
      if (feeds !== undefined) await session.run(feeds);
    }
    frame += 1;
  }
  return { frames: Number(count) };
});
