import { Background } from './background.js';
import { judge } from './displacement.js';
import { orientationsIn, ReferenceSum } from './view-reference.js';
import { type Orientations, orientationsOf } from './view-signature.js';

/** Milliseconds between two judgements. */
const EVERY = 10_000;

/** Pictures, one each 10 s, from which a place is learnt; more where too little of it lasts. */
const LEARNT_FROM = 12;

/** Judgements in a row before a camera counts as moved. */
const IN_A_ROW = 4;

/** Judgements between two that share no glimpse: a background is half a minute old. */
const APART = 4;

/** What must survive a restart: where the camera looked, and whether it was found moved. */
export interface MoveMemory {
  /** 432 letters, see `ReferenceSum.reference`. */
  readonly reference: string;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly learntAt: number;
  readonly movedSince?: number;
}

/** Notices that a camera looks elsewhere than it did when somebody last looked after it. */
export class MoveWatch {
  readonly #background = new Background();
  #sum = new ReferenceSum();
  #place: Orientations | undefined;
  #earlier: readonly Orientations[] = [];
  #next = Number.NEGATIVE_INFINITY;
  #run: { readonly since: number; readonly judgements: number } | undefined;

  constructor(
    private readonly ignored: ReadonlySet<number>,
    private memory: MoveMemory | undefined,
    /** Told of all that must survive a restart, whenever it changes. */
    private readonly onMemory: (memory: MoveMemory | undefined) => void,
  ) {
    this.#place = memory && orientationsIn(memory.reference);
  }

  get fault(): { readonly fault: 'moved'; readonly since: number } | undefined {
    const since = this.memory?.movedSince;
    return since === undefined ? undefined : { fault: 'moved', since };
  }

  /** Whether the camera's place is known yet, so that a move would be noticed. */
  get isWatching(): boolean {
    return this.#place !== undefined;
  }

  /** Somebody looked and says that the camera may stay as it hangs: its place is learnt anew. */
  confirm(): void {
    this.#place = undefined;
    this.#sum = new ReferenceSum();
    this.#run = undefined;
    this.#background.clear();
    this.#keep(undefined);
  }

  look(luma: Uint8Array, at: number): void {
    this.#background.add(luma, at);
    if (at < this.#next) return;
    const median = this.#background.median();
    if (median === undefined) return;
    this.#next = at + EVERY;
    const now = orientationsOf(median);
    if (this.#place === undefined) this.#learn(now, at);
    else if (this.fault === undefined) this.#judge(this.#place, now, at);
    this.#earlier = [...this.#earlier, now].slice(-APART);
  }

  #learn(now: Orientations, at: number): void {
    this.#sum.add(now);
    if (this.#sum.pictures < LEARNT_FROM) return;
    const reference = this.#sum.reference(this.ignored);
    if (reference === undefined) return;
    this.#place = orientationsIn(reference);
    this.#keep({ reference, learntAt: at });
  }

  #judge(place: Orientations, now: Orientations, at: number): void {
    const earlier = this.#earlier.length < APART ? undefined : this.#earlier[0];
    if (judge(place, now, earlier) !== 'displaced') {
      this.#run = undefined;
      return;
    }
    this.#run = { since: this.#run?.since ?? at, judgements: (this.#run?.judgements ?? 0) + 1 };
    if (this.#run.judgements < IN_A_ROW || this.memory === undefined) return;
    this.#keep({ ...this.memory, movedSince: this.#run.since });
  }

  #keep(memory: MoveMemory | undefined): void {
    this.memory = memory;
    this.onMemory(memory);
  }
}
