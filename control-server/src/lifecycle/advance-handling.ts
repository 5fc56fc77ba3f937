import { type Alert, fromTimestamp, toTimestamp } from '@throng/contract';
import type { AlertBook, Transition } from '../alerting/alert-book.js';
import { handlingOf, isGrave, isHelpAwaited } from './handling.js';

/**
 * What time does to the alerts that stand: shelves run out, and grave alerts and calls for help that
 * nobody acknowledged are called out again, whatever else is held back (SPEC LC3, LC6).
 *
 * @param unansweredAfter seconds. @param now epoch ms.
 */
export function* advanceHandling(
  { active }: AlertBook,
  unansweredAfter: number,
  now: number,
): Generator<{ readonly subject: string; readonly transition: Transition }> {
  for (const [subject, alert] of active) {
    const transition = unshelved(alert, now) ?? unanswered(alert, unansweredAfter, now);
    if (transition !== undefined) yield { subject, transition };
  }
}

const unshelved = (alert: Alert, now: number): Transition | undefined => {
  const handling = handlingOf(alert);
  const isOver = handling.shelved !== null && fromTimestamp(handling.shelved.until) <= now;
  if (!isOver) return undefined;
  const at = toTimestamp(now);
  return { kind: 'unshelved', alert: { ...alert, handling: { ...handling, at, shelved: null } } };
};

/** Called out so often, an alert is known to whoever can be reached. */
const MOST_CALLS = 60;

const unanswered = (alert: Alert, after: number, now: number): Transition | undefined => {
  const handling = handlingOf(alert);
  const isCalling = isGrave(alert) || isHelpAwaited(alert);
  if (!isCalling || handling.acknowledged !== null) return undefined;
  const calledAt = handling.help === undefined ? 0 : fromTimestamp(handling.help.at);
  const since = Math.max(fromTimestamp(alert.changedAt), calledAt);
  const calls = Math.floor((now - since) / 1_000 / after);
  if (calls <= handling.unanswered || calls > MOST_CALLS) return undefined;
  const at = toTimestamp(now);
  return {
    kind: 'unanswered',
    alert: { ...alert, handling: { ...handling, at, unanswered: calls } },
  };
};
