/** A value with all that it was before, and all that was undone. */
export interface History<Value> {
  readonly past: readonly Value[];
  readonly present: Value;
  /** The next one first. */
  readonly future: readonly Value[];
  /** What the last change was about: a further change about the same is one step with it. */
  readonly about: string | undefined;
}

export const historyOf = <Value>(present: Value): History<Value> => ({
  past: [],
  present,
  future: [],
  about: undefined,
});

/**
 * The next value; what was undone is gone. Changes `about` the same thing, one right after the other,
 * are one step: a word that is typed is undone as a word, not letter by letter.
 */
export const changed = <Value>(
  history: History<Value>,
  next: Value,
  about?: string,
): History<Value> => {
  if (next === history.present) return history;
  const goesOn = about !== undefined && about === history.about;
  const past = goesOn ? history.past : [...history.past, history.present];
  return { past, present: next, future: [], about };
};

export const undone = <Value>(history: History<Value>): History<Value> => {
  const { future, past, present } = history;
  const before = past.at(-1);
  if (before === undefined) return history;
  const rest = past.slice(0, -1);
  return { past: rest, present: before, future: [present, ...future], about: undefined };
};

export const redone = <Value>(history: History<Value>): History<Value> => {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, about: undefined };
};
