import type { ModelSignature, Provider, Tensors } from '../../ports/loaded-model.js';

/** What a process and its inference thread say to each other. */

export type InferenceRequest =
  | {
      readonly kind: 'load';
      readonly ticket: number;
      readonly path: string;
      readonly threads: number;
      readonly provider: Provider;
    }
  | {
      readonly kind: 'run' | 'time';
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
  | { readonly kind: 'timed'; readonly ticket: number; readonly milliseconds: number }
  | { readonly kind: 'failed'; readonly ticket: number; readonly message: string };
