import { type Alert, fromTimestamp } from '@throng/contract';

/** Alerts of the last ten minutes that make a flood, and below how many it is over (EEMUA 191). */
const [BEGINS_ABOVE, ENDS_BELOW] = [10, 5];
const WITHIN = 600_000;

/** Alerts raised within the last ten minutes, as far as the page was told. @param now epoch ms. */
export const raisedLately = (alerts: Iterable<Alert>, now: number): number => {
  let count = 0;
  for (const { raisedAt } of alerts) if (now - fromTimestamp(raisedAt) < WITHIN) count += 1;
  return count;
};

/** Whether a flood is on, given whether it was: it begins above ten, and lasts until fewer than five (SPEC CR4). */
export const isFlood = (was: boolean, raised: number): boolean =>
  was ? raised >= ENDS_BELOW : raised > BEGINS_ABOVE;
