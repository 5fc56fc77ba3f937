import type { Result } from '@throng/contract';
import type { ModelSignature, Provider, Tensors } from './loaded-model.js';

/** A model on exactly one provider. Once its runtime has died it never answers again. */
export interface ProviderModel {
  readonly signature: ModelSignature;
  /** Frames that it should be asked for at the same time to be fast; 1 where it says nothing. */
  readonly framesAtOnce?: number | undefined;
  run(feeds: Tensors): Promise<Result<Tensors, 'model-failed' | 'runtime-died'>>;
  time(feeds: Tensors): Promise<Result<number, 'model-failed' | 'runtime-died'>>;
}

/** What runs models. A runtime that has died begins a new life with the next model it is asked for. */
export interface Runtime {
  open(
    path: string,
    provider: Provider,
    threads: number,
  ): Promise<Result<ProviderModel, 'model-invalid' | 'runtime-died'>>;
}
