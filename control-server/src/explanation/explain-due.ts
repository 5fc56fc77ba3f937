import { type Explanation, fromTimestamp, toTimestamp } from '@throng/contract';
import { EXPLAINED_EVERY } from '../alerting/alert-cause.js';
import type { FlowHistory } from '../bottleneck/flow-history.js';
import { explainZone, type Question } from './explain-zone.js';
import type { ExplanationBook } from './explanation-book.js';

/**
 * Zones that are explained at one look: five, and fewer where the look itself takes long, down to
 * one at 1,000 zones, where explaining it takes a quarter as long as the look.
 */
export const mostExplained = (zones: number): number =>
  Math.min(5, Math.max(1, Math.floor(1_000 / zones)));

/** A zone that warns or alarms. */
export interface DueZone {
  readonly zone: number;
  /** Of its alert: the highest first. */
  readonly rank: number;
  /** Nothing is foreseen of it now: what was explained before stands, with its time. */
  readonly isForeseen: boolean;
}

/**
 * The book after a look. Explanations of zones that neither warn nor alarm any more go; of the others
 * those without one are explained first, then those whose explanation is oldest, the worst first; none
 * sooner than it would be told.
 *
 * @param now epoch ms.
 */
export const advanceExplanations = (
  book: Pick<ExplanationBook, 'byZone'>,
  due: readonly DueZone[],
  question: Omit<Question, 'at' | 'zone'> | null,
  history: FlowHistory,
  now: number,
): Omit<ExplanationBook, 'named'> => {
  const standing = new Map<number, Explanation>();
  for (const { zone } of due) {
    const known = book.byZone.get(zone);
    if (known !== undefined) standing.set(zone, known);
  }
  if (question === null) return { byZone: standing, history, putOff: 0 };
  const waiting = due
    .filter(({ isForeseen }) => isForeseen)
    .map((each) => ({ ...each, madeAt: madeAt(standing.get(each.zone)) }))
    .filter((each) => now - each.madeAt >= EXPLAINED_EVERY)
    .sort((a, b) => byNeed(a, b) || b.rank - a.rank || a.zone - b.zone);
  const at = toTimestamp(now);
  const most = mostExplained(question.limits.length);
  for (const { zone } of waiting.slice(0, most)) {
    standing.set(zone, explainZone({ ...question, at, zone }));
  }
  const putOff = Math.max(0, waiting.length - most);
  return { byZone: standing, history, putOff };
};

const madeAt = (explanation: Explanation | undefined): number =>
  explanation === undefined ? Number.NEGATIVE_INFINITY : fromTimestamp(explanation.at);

const byNeed = (a: { readonly madeAt: number }, b: { readonly madeAt: number }): number =>
  a.madeAt === b.madeAt ? 0 : a.madeAt - b.madeAt;
