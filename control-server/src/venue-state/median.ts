/** Moves the value of rank `rank` to its place, none greater before it and none less after it (Hoare's FIND). */
const select = (values: Float64Array, count: number, rank: number): number => {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const pivot = values[rank] ?? 0;
    let up = low;
    let down = high;
    while (up <= down) {
      while ((values[up] ?? 0) < pivot) up += 1;
      while ((values[down] ?? 0) > pivot) down -= 1;
      if (up > down) break;
      const lower = values[down] ?? 0;
      values[down] = values[up] ?? 0;
      values[up] = lower;
      up += 1;
      down -= 1;
    }
    if (down < rank) low = up;
    if (up > rank) high = down;
  }
  return values[rank] ?? 0;
};

/** The median of the first `count` values, or the mean of the two middle ones; changes their order. */
export const medianOf = (values: Float64Array, count: number): number => {
  const middle = count >> 1;
  const upper = select(values, count, middle);
  if (count % 2 === 1) return upper;
  let lower = values[0] ?? 0;
  for (let index = 1; index < middle; index += 1) lower = Math.max(lower, values[index] ?? 0);
  return (lower + upper) / 2;
};
