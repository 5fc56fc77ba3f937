import type { Result } from '@throng/contract';

/** What TensorFlow.js can compute with, the fastest first. Each is an optional package. */
export const BACKENDS = ['tfjs-node-gpu', 'tfjs-node', 'wasm'] as const;
export type BackendName = (typeof BACKENDS)[number];

export const PACKAGE_OF: Readonly<Record<BackendName, string>> = {
  'tfjs-node-gpu': '@tensorflow/tfjs-node-gpu',
  'tfjs-node': '@tensorflow/tfjs-node',
  wasm: '@tensorflow/tfjs-backend-wasm',
};

/**
 * `backend-missing`: its package is not installed. `backend-broken`: it is, but does not start.
 * `gpu-missing`: it starts, but without a GPU.
 */
export type BackendFailure = 'backend-missing' | 'backend-broken' | 'gpu-missing';

/** Makes one backend the one in use. */
export type StartBackend = (name: BackendName) => Promise<Result<true, BackendFailure>>;
