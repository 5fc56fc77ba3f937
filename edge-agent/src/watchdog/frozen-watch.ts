import { type Lasting, NOTHING_YET, observed } from './lasting.js';

/** A frozen encoder may go round a few pictures, its key frames say; a looped film has more. */
const REMEMBERED = 4;

/** A minute: no lens that sees light gives the same bits for so long, however still its place is. */
const TIMES = { on: 60_000, off: 10_000, looks: 5 } as const;

/** Notices that a stream runs and shows the same few pictures again and again, bit by bit. */
export class FrozenWatch {
  #known: readonly string[] = [];
  #lasting: Lasting<'frozen'> = NOTHING_YET;

  get fault(): Lasting<'frozen'>['active'] {
    return this.#lasting.active;
  }

  look(digest: string, at: number): void {
    const isKnown = this.#known.includes(digest);
    this.#known = [digest, ...this.#known.filter((one) => one !== digest)].slice(0, REMEMBERED);
    this.#lasting = observed(this.#lasting, isKnown ? 'frozen' : undefined, at, TIMES);
  }
}
