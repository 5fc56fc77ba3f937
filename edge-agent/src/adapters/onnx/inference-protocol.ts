/** What the agent and its inference thread say to each other. */

export type Provider = 'cpu' | 'cuda' | 'tensorrt' | 'webgpu';

/** A tensor's declared type and shape; a dimension that is open until run time has a name. */
export interface TensorSignature {
  readonly name: string;
  readonly type: string;
  readonly shape: readonly (number | string)[];
}

export interface ModelSignature {
  readonly inputs: readonly TensorSignature[];
  readonly outputs: readonly TensorSignature[];
}

/** `bytes` as `type` with the shape `dims`; shared memory is read where it lies. */
export interface TensorValue {
  readonly type: 'uint8' | 'float32' | 'int64';
  readonly dims: readonly number[];
  readonly bytes: Uint8Array | Float32Array | BigInt64Array;
}

export type Tensors = { readonly [name: string]: TensorValue };

export type InferenceRequest =
  | {
      readonly kind: 'load';
      readonly ticket: number;
      readonly path: string;
      readonly threads: number;
      readonly provider: Provider;
    }
  | {
      readonly kind: 'run';
      readonly ticket: number;
      readonly model: number;
      readonly feeds: Tensors;
    };

export type InferenceReply =
  | {
      readonly kind: 'loaded';
      readonly ticket: number;
      readonly model: number;
      readonly signature: ModelSignature;
    }
  | { readonly kind: 'done'; readonly ticket: number; readonly outputs: Tensors }
  | { readonly kind: 'failed'; readonly ticket: number; readonly message: string };
