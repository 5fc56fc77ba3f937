import type { Frame, FrameSource } from '@throng/edge-agent';

/** Frames that may be inside at once: one with the models, one that waits for them. */
const INSIDE = 2;

/** Lets frames into the agent only as it takes them, so that none is replaced by a newer one. */
export class FrameGate {
  #permits = 0;
  #inside = 0;
  #left = 0;
  readonly #waiting: (() => void)[] = [];

  source(source: FrameSource): FrameSource {
    const open = () => {
      const stream = source.open();
      return { ...stream, frames: this.#pass(stream.frames) };
    };
    return { ...source, open };
  }

  /** Resolves when so many more frames have been let in, looked at and released. */
  async letIn(count: number): Promise<void> {
    const goal = this.#left + count;
    this.#permits += count;
    this.#wake();
    while (this.#left < goal) await this.#change();
  }

  async *#pass(frames: AsyncIterable<Frame>): AsyncGenerator<Frame, void, undefined> {
    for await (const frame of frames) {
      while (this.#permits === 0 || this.#inside >= INSIDE) await this.#change();
      this.#permits -= 1;
      this.#inside += 1;
      const release = (): void => {
        frame.release();
        this.#inside -= 1;
        this.#left += 1;
        this.#wake();
      };
      yield { ...frame, release };
    }
  }

  #change(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #wake(): void {
    for (const resume of this.#waiting.splice(0)) resume();
  }
}
