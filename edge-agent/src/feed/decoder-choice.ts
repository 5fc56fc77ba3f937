import type { Decoder } from '@throng/contract';
import type { Clock } from '../ports/clock.js';

/** Milliseconds for which a decoder that failed is not tried again: time to mend a driver, or a busy GPU. */
const REST = 15 * 60_000;

/** Which decoder one camera is opened with: the first of its candidates that has not failed lately. */
export class DecoderChoice {
  readonly #failedAt = new Map<Decoder, number>();

  constructor(
    private readonly candidates: readonly Decoder[],
    private readonly clock: Clock,
  ) {}

  /** Software is always the last, and cannot fail on its own. */
  best(): Decoder {
    const now = this.clock.now();
    const isRested = (decoder: Decoder) =>
      now - (this.#failedAt.get(decoder) ?? Number.NEGATIVE_INFINITY) >= REST;
    return this.candidates.find(isRested) ?? 'software';
  }

  failed(decoder: Decoder): void {
    this.#failedAt.set(decoder, this.clock.now());
  }
}
