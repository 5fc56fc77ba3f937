import type { ModelEntry } from '@throng/contract';

/** A sound entry, with what a test wants to be different. */
export const entry = (changes: Partial<ModelEntry> = {}): ModelEntry => ({
  id: 'tiny',
  task: 'density',
  file: 'weights/tiny.onnx',
  sha256: 'a'.repeat(64),
  bytes: 100,
  licence: 'Apache-2.0',
  ...changes,
});
