import { basename } from 'node:path';
import type { BackendName, Move, Provider } from '@throng/inference';

/** What computes: a provider of onnxruntime, or a backend of TensorFlow.js under COCO-SSD. */
export type Place = Provider | BackendName;

/** A model that does not run where it was wanted. */
export interface ProviderChange {
  readonly model: string;
  readonly wanted: Place;
  readonly inUse: Place;
  readonly reason: string;
}

export type OnProviderChange = (change: ProviderChange) => void;

export const toProviderChange = ({ path, from, to, reason }: Move): ProviderChange => ({
  model: basename(path),
  wanted: from,
  inUse: to,
  reason: reason.split('\n')[0] ?? '',
});
