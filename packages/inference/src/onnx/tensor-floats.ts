import type { TensorValue } from '../ports/loaded-model.js';

/** A tensor's floats where it has exactly so many; undefined for any other answer. */
export const tensorFloats = (
  tensor: TensorValue | undefined,
  length: number,
): Float32Array | undefined =>
  tensor?.values instanceof Float32Array && tensor.values.length === length
    ? tensor.values
    : undefined;
