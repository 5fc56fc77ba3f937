import type { Result } from '@throng/contract';
import type { ModelSignature } from '../registry/task-signature.js';

/** Where a graph can run. */
export const PROVIDERS = ['cpu', 'webgpu', 'cuda', 'tensorrt'] as const;
export type Provider = (typeof PROVIDERS)[number];

/** Values with their shape, row by row. */
export interface TensorValue {
  readonly type: 'uint8' | 'float32' | 'int64';
  readonly dims: readonly number[];
  readonly values: Uint8Array | Float32Array | BigInt64Array;
}

export type Tensors = Readonly<Record<string, TensorValue>>;

/** An open ONNX model. Everything else in this package sees the runtime through this port only. */
export interface InferenceSession {
  readonly signature: ModelSignature;
  run(feeds: Tensors): Promise<Result<Tensors, 'model-failed'>>;
  /** The runtime alone on tensors made once: the yardstick that `bench` compares our way with. */
  bare(feeds: Tensors): () => Promise<void>;
  close(): Promise<void>;
}

export interface SessionOptions {
  readonly provider: Provider;
  /** Cores that one inference may use; 0 leaves the choice to the runtime. */
  readonly threads: number;
}

export type OpenSession = (
  path: string,
  options: SessionOptions,
) => Promise<Result<InferenceSession, 'model-invalid'>>;
