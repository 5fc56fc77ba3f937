import type { Delivery } from './delivery.js';

const FIRST_MS = 2_000;
const LONGEST_MS = 60_000;
const LONGEST_PATIENCE_MS = 300_000;

/** A message that could not be delivered for so long is of the past. */
const GIVE_UP_MS = 1_800_000;

/**
 * When to try again after `attempts` failures: 2 s, doubling to 60 s, of which half is chance; later
 * where the other side asked for it. Undefined: no more, it is over half an hour old by then.
 *
 * @param random 0 to 1. @param now epoch ms.
 */
export const nextAttempt = (
  { attempts, createdAt }: Pick<Delivery, 'attempts' | 'createdAt'>,
  now: number,
  random: number,
  retryAfter = 0,
): number | undefined => {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempts - 1, 10));
  const patience = Math.min(LONGEST_PATIENCE_MS, retryAfter);
  const at = now + Math.max(patience, Math.round(ceiling * (0.5 + random / 2)));
  return at - createdAt > GIVE_UP_MS ? undefined : at;
};
