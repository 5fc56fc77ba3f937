import type { Result } from '@throng/contract';
import type { Tensors, TensorValue } from '../ports/loaded-model.js';
import type { ProviderModel } from '../ports/runtime.js';
import { splitOutputs } from './split-outputs.js';
import { StackBuffers, sizeKey, stackableFrames } from './stack-frames.js';

type Outcome = Result<Tensors, 'model-failed' | 'runtime-died'>;

interface Waiting {
  readonly feeds: Tensors;
  readonly frames: TensorValue;
  readonly answer: (outcome: Outcome) => void;
}

/**
 * A model on a provider that gains from stacks: frames of one size that are asked for while it is
 * busy go in one call when it is free. Who asks sees none of it. A stack that fails is asked for
 * again frame by frame, so that one strange frame, or a stack too large for the memory, costs the
 * others nothing.
 */
export class StackingModel implements ProviderModel {
  readonly #waiting: Waiting[] = [];
  readonly #buffers = new StackBuffers();
  #busy = false;

  constructor(
    private readonly model: ProviderModel,
    /** Frames that a stack may hold. */
    readonly framesAtOnce: number,
  ) {}

  get signature() {
    return this.model.signature;
  }

  time(feeds: Tensors) {
    return this.model.time(feeds);
  }

  run(feeds: Tensors): Promise<Outcome> {
    const frames = stackableFrames(feeds);
    if (frames === undefined) return this.model.run(feeds);
    return new Promise((answer) => {
      this.#waiting.push({ feeds, frames, answer });
      if (!this.#busy) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#busy = true;
    await Promise.resolve(); // frames that are asked for in the same turn go together
    for (let stack = this.#next(); stack.length > 0; stack = this.#next()) {
      await this.#answer(stack);
    }
    this.#busy = false;
  }

  /** The longest-waiting frame and those of its size. */
  #next(): Waiting[] {
    const [first] = this.#waiting;
    if (first === undefined) return [];
    const size = sizeKey(first.frames);
    const stack = this.#waiting
      .filter(({ frames }) => sizeKey(frames) === size)
      .slice(0, this.framesAtOnce);
    for (const taken of stack) this.#waiting.splice(this.#waiting.indexOf(taken), 1);
    return stack;
  }

  async #answer(stack: readonly Waiting[]): Promise<void> {
    const parts = stack.length > 1 ? await this.#together(stack) : undefined;
    for (const [index, { feeds, answer }] of stack.entries()) {
      const part = parts?.[index];
      answer(part === undefined ? await this.model.run(feeds) : { ok: true, value: part });
    }
  }

  /** The answers to a stack; undefined where it failed as a whole. */
  async #together(stack: readonly Waiting[]): Promise<Tensors[] | undefined> {
    const outputs = await this.model.run(this.#buffers.stack(stack.map(({ frames }) => frames)));
    if (!outputs.ok) return undefined;
    const parts = splitOutputs(outputs.value, stack.length);
    return parts.ok ? parts.value : undefined;
  }
}
