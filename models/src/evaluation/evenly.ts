/** Up to `count` items spread evenly over all of them, in their order. */
export const evenly = <Item>(items: readonly Item[], count: number): readonly Item[] => {
  if (items.length <= count) return items;
  return items.filter((_, index) => {
    const before = Math.floor((index * count) / items.length);
    return Math.floor(((index + 1) * count) / items.length) > before;
  });
};
