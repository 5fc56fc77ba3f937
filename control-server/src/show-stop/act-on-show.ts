import { fail, ok, type Result, type ShowAct, type ShowStop, toTimestamp } from '@throng/contract';
import { withoutLapsed } from './show-state.js';

/** Why an act cannot be done. */
export type ShowFault =
  | 'already-asked'
  | 'already-stopped'
  | 'not-stopped'
  | 'no-such-ask'
  | 'same-person'
  | 'not-yours'
  | 'no-such-item';

export interface ShowRules {
  /** An ask that nobody confirms lapses after so many seconds. */
  readonly confirmSeconds: number;
  /** What has to be done once a show is stopped. */
  readonly checklist: readonly string[];
}

/** One person, however they write themselves. */
const isSame = (one: string, other: string): boolean =>
  one.trim().toLocaleLowerCase() === other.trim().toLocaleLowerCase();

/**
 * The show after somebody has done something about it, or why that cannot be. It stops, and goes on
 * again, only by two people: one asks, another confirms in time (SPEC SS1–SS4).
 *
 * @param now epoch ms.
 */
export const actOnShow = (
  before: ShowStop,
  act: ShowAct,
  by: string,
  now: number,
  { checklist, confirmSeconds }: ShowRules,
): Result<ShowStop, ShowFault> => {
  const state = withoutLapsed(before, now);
  const { ask, stop } = state;
  const signed = { by, at: toTimestamp(now) };
  const lapsesAt = toTimestamp(now + confirmSeconds * 1_000);
  switch (act.kind) {
    case 'ask-stop':
      if (stop !== null) return fail('already-stopped', 'the show is stopped already');
      if (ask !== null) return fail('already-asked', `${ask.by} asks already; confirm that`);
      return ok({ ...state, ask: { ...signed, lapsesAt, order: act.order } });
    case 'ask-resume':
      if (stop === null) return fail('not-stopped', 'the show is not stopped');
      if (ask !== null) return fail('already-asked', `${ask.by} asks already; confirm that`);
      return ok({ ...state, ask: { ...signed, lapsesAt, order: null } });
    case 'withdraw':
      if (ask?.at !== act.ask) return fail('no-such-ask', 'that was withdrawn or has lapsed');
      if (!isSame(ask.by, by)) return fail('not-yours', `only ${ask.by}, who asked, withdraws it`);
      return ok({ ...state, ask: null, last: { ...signed, how: 'withdrawn' } });
    case 'confirm':
      if (ask?.at !== act.ask) return fail('no-such-ask', 'that was withdrawn or has lapsed');
      if (isSame(ask.by, by)) return fail('same-person', 'somebody else must confirm');
      if (ask.order === null) {
        return ok({ ...state, ask: null, stop: null, last: { ...signed, how: 'resumed' } });
      }
      return ok({
        ...state,
        ask: null,
        stop: {
          order: ask.order,
          asked: { by: ask.by, at: ask.at },
          confirmed: signed,
          checklist: checklist.map((text) => ({ text, done: null })),
        },
      });
    case 'tick': {
      if (stop === null) return fail('not-stopped', 'the show is not stopped');
      const item = stop.checklist[act.item];
      if (item === undefined) return fail('no-such-item', `the checklist has no item ${act.item}`);
      if ((item.done !== null) === act.done) return ok(state);
      const ticked = { ...item, done: act.done ? signed : null };
      return ok({
        ...state,
        stop: { ...stop, checklist: stop.checklist.with(act.item, ticked) },
      });
    }
  }
};
