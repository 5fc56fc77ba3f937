import type { ModelOffer, OfferedModel, Result } from '@throng/contract';
import type { Experience } from '@throng/inference';
import type { OneModel } from './trial/paired-models.js';

/** An offered model that is loaded beside the others, on a thread of its own. */
export interface OpenOffered {
  readonly models: OneModel;
  /** What it was trained on, where that is known. */
  readonly experience: Experience | undefined;
  /** Lets go of it, once no frame is with it any more. */
  close(): Promise<void>;
}

/** Where the weights of offered models lie on this box. */
export interface ModelShelf {
  /** Fetches the weights, unless they are here; they are then complete and checked. */
  fetch(offer: ModelOffer): Promise<Result<void, 'not-fetched' | 'corrupt' | 'disk-full'>>;
  /** Loads a model whose weights are here. */
  open(model: OfferedModel): Promise<Result<OpenOffered>>;
  /** Removes all weights but these (sha256). */
  keepOnly(weights: readonly string[]): Promise<void>;
}
