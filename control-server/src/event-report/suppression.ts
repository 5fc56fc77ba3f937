/**
 * A count as it may be published: `few` stands for one below k that is left out, null for unknown.
 * Everything in a report and its files is made of these, so that it tells no more than they do.
 */
export type PublishedCount = number | 'few' | null;

/** Leaves out what is above nought and below `k`, and rounds the rest to whole persons. */
export const publishCount = (count: number | null, k: number): PublishedCount => {
  if (count === null) return null;
  return count > 0 && count < k ? 'few' : Math.round(count);
};

/**
 * A total that does not tell by its difference to its parts what is left out of them.
 *
 * Of n parts left out, each from above 0 to below k, whose sum is s: where k ≤ s ≤ (n − 1)·k each of
 * them alone can be anything from 0 to k, so s may be told. Where s is less, they count as nought;
 * where it is more, as (n − 1)·k. The total is then short by less than k persons.
 */
export const publishTotal = (counts: readonly (number | null)[], k: number): number => {
  let [told, left, sum] = [0, 0, 0];
  for (const count of counts) {
    const published = publishCount(count, k);
    if (published === 'few') {
      left += 1;
      sum += count ?? 0;
    } else told += published ?? 0;
  }
  return told + (sum < k ? 0 : Math.min(Math.round(sum), (left - 1) * k));
};
