/**
 * The inference thread. onnxruntime-node computes on the thread that calls it, so that an agent's
 * own thread, which drains the cameras' pipes, must not be that one. Plain JavaScript with checked
 * types, so that it runs from the sources and from the build alike.
 *
 * @import { Tensors, TensorSpec } from '../../ports/loaded-model.js'
 * @import { InferenceReply, InferenceRequest } from './inference-protocol.js'
 */
import * as ort from 'onnxruntime-node';
import { answerRequests } from '../answer-requests.mjs';

/** @type {ort.InferenceSession[]} */
const sessions = [];

/** Memory that the runtime may read, by length: it does not take shared memory. @type {Map<number, Uint8Array>} */
const staging = new Map();

/** @param {Uint8Array} shared */
const staged = (shared) => {
  const own = staging.get(shared.byteLength) ?? new Uint8Array(shared.byteLength);
  staging.set(shared.byteLength, own);
  own.set(shared);
  return own;
};

/** @param {Tensors[string]} value */
const toTensor = ({ values, dims }) => {
  if (values instanceof Float32Array) return new ort.Tensor('float32', values, dims);
  if (values instanceof BigInt64Array) return new ort.Tensor('int64', values, dims);
  return new ort.Tensor('uint8', staged(values), dims);
};

/** @param {readonly ort.InferenceSession.ValueMetadata[]} metadata @returns {TensorSpec[]} */
const signatures = (metadata) =>
  metadata.map((value) =>
    value.isTensor
      ? { name: value.name, type: value.type, shape: [...value.shape] }
      : { name: value.name, type: 'no tensor', shape: [] },
  );

/** @param {Extract<InferenceRequest, { kind: 'load' }>} request @returns {Promise<InferenceReply>} */
const load = async ({ ticket, path, threads, provider }) => {
  const session = await ort.InferenceSession.create(path, {
    executionProviders: [provider],
    ...(threads > 0 ? { intraOpNumThreads: threads } : {}),
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
    logSeverityLevel: 3,
  });
  const signature = {
    inputs: signatures(session.inputMetadata),
    outputs: signatures(session.outputMetadata),
  };
  return { kind: 'loaded', ticket, model: sessions.push(session) - 1, signature };
};

/** @typedef {Exclude<InferenceRequest, { kind: 'load' }>} RunRequest */

/** @param {RunRequest} request */
const prepared = ({ model, feeds }) => {
  const session = sessions[model];
  if (session === undefined) throw new Error(`no model ${model} is loaded`);
  const tensors = Object.entries(feeds).map(([name, value]) => [name, toTensor(value)]);
  return { session, tensors: Object.fromEntries(tensors) };
};

/** @param {RunRequest} request @returns {Promise<InferenceReply>} */
const run = async (request) => {
  const { session, tensors } = prepared(request);
  const results = await session.run(tensors);
  /** @type {Record<string, Tensors[string]>} */
  const outputs = {};
  for (const [name, { type, data, dims }] of Object.entries(results)) {
    const known = type === 'float32' || type === 'int64' || type === 'uint8';
    if (
      !known ||
      !(data instanceof Float32Array || data instanceof BigInt64Array || data instanceof Uint8Array)
    ) {
      throw new Error(`output "${name}" has the type ${type}, which is not read here`);
    }
    outputs[name] = { type, dims, values: data };
  }
  return { kind: 'done', ticket: request.ticket, outputs };
};

/** @param {RunRequest} request @returns {Promise<InferenceReply>} */
const time = async (request) => {
  const { session, tensors } = prepared(request);
  const began = performance.now();
  await session.run(tensors);
  return { kind: 'timed', ticket: request.ticket, milliseconds: performance.now() - began };
};

/** @param {InferenceRequest} request */
const reply = (request) => {
  if (request.kind === 'load') return load(request);
  return request.kind === 'run' ? run(request) : time(request);
};

answerRequests(reply);
