import type { Assessment, PairAssessment, Unsolved } from '../../src/calibration/assessment.js';
import type { StartMessage } from '../../src/calibration/page-messages.js';
import { advance, begin, type History, redo, undo } from './history.js';
import { completePairs, type Marks } from './marks.js';

export type Tool = 'pair' | 'length' | 'standing' | 'edge';

/** What the page shows beside the marks. */
export interface Shown {
  readonly tool: Tool;
  /** The pair that is worked on. */
  readonly selected: number | null;
  readonly grid: boolean;
  readonly errorMap: boolean;
  readonly wholeVenue: boolean;
}

type Listener = () => void;

/** The state of the page and its undo; views read it and listen. */
export class Store {
  #history: History<Marks>;
  found: Assessment | Unsolved | null = null;
  size: readonly [number, number];
  shown: Shown = { tool: 'pair', selected: null, grid: true, errorMap: true, wholeVenue: false };
  readonly #listeners: Listener[] = [];
  readonly #onMarks: Listener[] = [];

  constructor(
    readonly start: StartMessage,
    marks: Marks,
  ) {
    this.#history = begin(marks);
    this.size = start.size;
  }

  get marks(): Marks {
    return this.#history.present;
  }

  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }

  get canRedo(): boolean {
    return this.#history.future.length > 0;
  }

  /** What was found of a pair; undefined while it is incomplete: the server knows only whole ones. */
  judged(index: number): PairAssessment | undefined {
    const place = completePairs(this.marks).indexOf(index);
    return this.found?.ok ? this.found.pairs[place] : undefined;
  }

  /** The marks changed by hand; steps of one name are undone as one. */
  edit(marks: Marks, step = ''): void {
    this.#history = advance(this.#history, marks, step);
    this.#changed();
  }

  undo(): void {
    this.#history = undo(this.#history);
    this.#changed();
  }

  redo(): void {
    this.#history = redo(this.#history);
    this.#changed();
  }

  show(change: Partial<Shown>): void {
    this.shown = { ...this.shown, ...change };
    this.tell();
  }

  /** Calls back on any change. */
  listen(listener: Listener): void {
    this.#listeners.push(listener);
  }

  /** Calls back when the marks have changed. */
  onMarks(listener: Listener): void {
    this.#onMarks.push(listener);
  }

  tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #changed(): void {
    const { selected } = this.shown;
    const isGone = selected !== null && selected >= this.marks.pairs.length;
    if (isGone) this.shown = { ...this.shown, selected: null };
    this.tell();
    for (const listener of this.#onMarks) listener();
  }
}
