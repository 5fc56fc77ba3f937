export const totalPersons = (cells: Float64Array): number =>
  cells.reduce((sum, persons) => sum + persons, 0);

/**
 * Persons per ground cell over the frames of a window: their mean, since people walk from cell to
 * cell and a median would lose them; of three frames or more without the ones that count most and
 * least, so that a single bad frame changes nothing.
 */
export const meanCells = (frames: readonly { readonly cells: Float64Array }[]): Float64Array => {
  const sorted = frames
    .map(({ cells }) => ({ cells, total: totalPersons(cells) }))
    .toSorted((a, b) => a.total - b.total);
  const kept = sorted.length < 3 ? sorted : sorted.slice(1, -1);
  const mean = new Float64Array(kept[0]?.cells.length ?? 0);
  for (const { cells } of kept) {
    cells.forEach((persons, cell) => {
      mean[cell] = (mean[cell] ?? 0) + persons / kept.length;
    });
  }
  return mean;
};
