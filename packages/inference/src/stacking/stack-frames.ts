import type { Tensors, TensorValue } from '../ports/loaded-model.js';

/** Frames of one size that can be stacked: feeds of a single `frames: uint8 [1, H, W, 3]`. */
export const stackableFrames = (feeds: Tensors): TensorValue | undefined => {
  const { frames, ...others } = feeds;
  const [count, , , channels] = frames?.dims ?? [];
  const fits = frames?.type === 'uint8' && count === 1 && channels === 3;
  return fits && Object.keys(others).length === 0 ? frames : undefined;
};

/** What frames must have in common to be stacked. */
export const sizeKey = ({ dims }: TensorValue): string => dims.slice(1).join('×');

/** Memory for stacks, by length: it is used again for the next one, and is shared with the thread. */
export class StackBuffers {
  readonly #buffers = new Map<number, Uint8Array>();

  /** Frames of one size as `uint8 [N, H, W, 3]`, valid until the next stack of as many bytes. */
  stack(frames: readonly TensorValue[]): Tensors {
    const [first] = frames;
    const each = first?.values.length ?? 0;
    const length = frames.length * each;
    const values = this.#buffers.get(length) ?? new Uint8Array(new SharedArrayBuffer(length));
    this.#buffers.set(length, values);
    frames.forEach((frame, index) => {
      if (frame.values instanceof Uint8Array) values.set(frame.values, index * each);
    });
    const dims = [frames.length, ...(first?.dims.slice(1) ?? [])];
    return { frames: { type: 'uint8', dims, values } };
  }
}
