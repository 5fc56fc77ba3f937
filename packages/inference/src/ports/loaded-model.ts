import type { Result } from '@throng/contract';

/** Where a graph can run, usually the fastest first. */
export const PROVIDERS = ['tensorrt', 'cuda', 'webgpu', 'cpu'] as const;
export type Provider = (typeof PROVIDERS)[number];

/** A tensor's declared type and shape; a dimension that is open until run time has a name: "N", "H". */
export interface TensorSpec {
  readonly name: string;
  readonly type: string;
  readonly shape: readonly (number | string)[];
}

/** What a graph takes and gives. */
export interface ModelSignature {
  readonly inputs: readonly TensorSpec[];
  readonly outputs: readonly TensorSpec[];
}

/** `values` as `type` with the shape `dims`; shared memory is read where it lies. */
export interface TensorValue {
  readonly type: 'uint8' | 'float32' | 'int64';
  readonly dims: readonly number[];
  readonly values: Uint8Array | Float32Array | BigInt64Array;
}

export type Tensors = { readonly [name: string]: TensorValue };

/** An ONNX model that is ready to run. */
export interface LoadedModel {
  readonly signature: ModelSignature;
  /** Where it really runs, which may not be where it was first asked to. */
  readonly provider: Provider;
  /** Frames that it should be asked for at the same time to be fast; 1 where it says nothing. */
  readonly framesAtOnce?: number | undefined;
  run(feeds: Tensors): Promise<Result<Tensors, 'model-failed'>>;
  /** Milliseconds of the bare runtime on tensors that lie ready: the yardstick of a bench. */
  time(feeds: Tensors): Promise<Result<number, 'model-failed'>>;
}

/** A model that leaves a provider for the next one, and why. */
export interface Move {
  readonly path: string;
  readonly from: Provider;
  readonly to: Provider;
  readonly reason: string;
}

export interface LoadOptions {
  /** Cores that one inference may use; 0 leaves the choice to the runtime. */
  readonly threads: number;
  /** Tried in this order. */
  readonly providers: readonly Provider[];
  /** Told of each provider that does not work, or works no more. */
  readonly onMove?: (move: Move) => void;
}
