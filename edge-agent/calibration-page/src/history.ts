/** What was, what is, and what was undone. */
export interface History<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
  /** What the last step did; steps of one name that follow each other are one. */
  readonly step: string;
}

/** Steps that can be undone. */
const DEPTH = 200;

export const begin = <State>(present: State): History<State> => ({
  past: [],
  present,
  future: [],
  step: '',
});

/**
 * A new present. A drag or a row of key presses is one step: those of the same `step` name are
 * merged; give '' for a step that stands alone.
 */
export const advance = <State>(
  history: History<State>,
  present: State,
  step = '',
): History<State> => {
  const merges = step !== '' && step === history.step;
  const past = merges ? history.past : [...history.past, history.present].slice(-DEPTH);
  return { past, present, future: [], step };
};

export const undo = <State>(history: History<State>): History<State> => {
  const last = history.past.at(-1);
  if (last === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: last,
    future: [history.present, ...history.future],
    step: '',
  };
};

export const redo = <State>(history: History<State>): History<State> => {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, step: '' };
};
