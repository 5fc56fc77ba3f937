/**
 * The COCO-SSD thread: TensorFlow.js computes on the thread that calls it, and an agent's own thread
 * must be free to drain the cameras' pipes.
 *
 * @import { io, Tensor3D } from '@tensorflow/tfjs-core'
 * @import { DetectedObject } from '@tensorflow-models/coco-ssd'
 * @import { CocoSsdReply, CocoSsdRequest } from './coco-ssd-protocol.js'
 */
import { answerRequests } from '../answer-requests.mjs';
import { folderHandler } from './model-folder.mjs';
import { startBackend } from './start-backend.mjs';

/**
 * The library as it is: its own types allow a text only, but it hands `modelUrl` to
 * `loadGraphModel`, which takes a handler too.
 *
 * @typedef {{ detect(image: Tensor3D, most: number, leastScore: number): Promise<DetectedObject[]> }} Network
 * @typedef {{ load(config: { modelUrl: string | io.IOHandler }): Promise<Network> }} Library
 */

/** @type {string} */
const LIBRARY = '@tensorflow-models/coco-ssd';

/** @type {Network | undefined} */
let network;

/** @param {Extract<CocoSsdRequest, { kind: 'start' }>} request @returns {Promise<CocoSsdReply>} */
const start = async ({ ticket, backend, packageName }) => {
  try {
    await import('@tensorflow/tfjs-core');
    await import(LIBRARY);
  } catch {
    return { kind: 'library-missing', ticket };
  }
  const refusal = await startBackend(backend, packageName);
  return refusal === undefined
    ? { kind: 'started', ticket }
    : { kind: 'refused', ticket, ...refusal };
};

/** @param {Extract<CocoSsdRequest, { kind: 'load' }>} request @returns {Promise<CocoSsdReply>} */
const load = async ({ ticket, model }) => {
  const tf = await import('@tensorflow/tfjs-core');
  /** @type {Library} */
  const library = await import(LIBRARY);
  const modelUrl = /^https?:/.test(model) ? model : folderHandler(tf.io, model);
  network = await library.load({ modelUrl });
  return { kind: 'loaded', ticket };
};

/** @param {Extract<CocoSsdRequest, { kind: 'detect' }>} request @returns {Promise<CocoSsdReply>} */
const detect = async ({ ticket, width, height, pixels, most, leastScore }) => {
  if (network === undefined) throw new Error('no model is loaded');
  const tf = await import('@tensorflow/tfjs-core');
  const image = tf.tensor3d(pixels, [height, width, 3], 'int32');
  try {
    const objects = await network.detect(image, most, leastScore);
    return { kind: 'found', ticket, objects };
  } finally {
    image.dispose();
  }
};

/** @param {CocoSsdRequest} request */
const reply = (request) => {
  if (request.kind === 'start') return start(request);
  return request.kind === 'load' ? load(request) : detect(request);
};

answerRequests(reply);
