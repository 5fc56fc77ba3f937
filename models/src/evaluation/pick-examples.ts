/** The pictures that tell most about a model. */
export interface Examples<Item> {
  readonly best: readonly Item[];
  readonly median: readonly Item[];
  readonly worst: readonly Item[];
}

/**
 * Up to `each` items with the least, the middle and the greatest error; no item twice, so that few
 * items leave the groups short. The best come best first, the worst worst first.
 */
export const pickExamples = <Item>(
  items: readonly Item[],
  errorOf: (item: Item) => number,
  each: number,
): Examples<Item> => {
  const sorted = [...items].sort((a, b) => errorOf(a) - errorOf(b));
  const room = Math.min(each, Math.ceil(sorted.length / 3));
  const best = sorted.slice(0, room);
  const worst = sorted.slice(Math.max(room, sorted.length - room)).reverse();
  const middle = sorted.slice(room, sorted.length - worst.length);
  const start = Math.max(0, Math.floor((middle.length - each) / 2));
  return { best, median: middle.slice(start, start + each), worst };
};
