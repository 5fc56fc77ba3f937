/** What has been seen long enough to be believed, and what is on its way to that. */
export interface Lasting<Kind> {
  /** Believed now, and since when it was seen. */
  readonly active: { readonly fault: Kind; readonly since: number } | undefined;
  /** What the last looks showed in a row: since when, and how many looks. */
  readonly run:
    | { readonly fault: Kind | undefined; readonly since: number; readonly looks: number }
    | undefined;
}

export const NOTHING_YET: Lasting<never> = { active: undefined, run: undefined };

export interface LastingTimes {
  /** Milliseconds that a fault must be seen before it is believed. */
  readonly on: number;
  /** Milliseconds that none must be seen before it has ended. */
  readonly off: number;
  /** Looks that each of these takes at the least, so that a single odd frame never triggers. */
  readonly looks: number;
}

/** The state after one more look, at `at` (ms), that showed `seen`. */
export const observed = <Kind>(
  state: Lasting<Kind>,
  seen: Kind | undefined,
  at: number,
  { looks, off, on }: LastingTimes,
): Lasting<Kind> => {
  const { active, run: before } = state;
  const run =
    before !== undefined && before.fault === seen
      ? { ...before, looks: before.looks + 1 }
      : { fault: seen, since: at, looks: 1 };
  const lasts = at - run.since >= (seen === undefined ? off : on) && run.looks >= looks;
  if (!lasts) return { active, run };
  if (seen === undefined) return { active: undefined, run };
  return { active: active?.fault === seen ? active : { fault: seen, since: run.since }, run };
};
