/** Metres: the side of a cell, and the farthest at which neighbours are found. */
export const NEIGHBOUR_REACH = 1;

interface Placed {
  readonly x: number;
  readonly y: number;
}

/** Finds who is near whom: people sorted into cells of one metre, rebuilt each step. */
export interface NeighbourGrid<Entry extends Placed> {
  rebuild(entries: readonly Entry[]): void;
  /** Calls `visit` with everybody in the nine cells round a place: all within 1 m, and some beyond. */
  around(x: number, y: number, visit: (entry: Entry) => void): void;
}

export const createNeighbourGrid = <Entry extends Placed>(): NeighbourGrid<Entry> => {
  const cells = new Map<number, Entry[]>();
  const key = (column: number, row: number): number => (column + 32_768) * 65_536 + row + 32_768;

  return {
    rebuild(entries) {
      for (const cell of cells.values()) cell.length = 0;
      for (const entry of entries) {
        const index = key(Math.floor(entry.x), Math.floor(entry.y));
        const cell = cells.get(index);
        if (cell) cell.push(entry);
        else cells.set(index, [entry]);
      }
    },
    around(x, y, visit) {
      const [column, row] = [Math.floor(x), Math.floor(y)];
      for (let dx = -1; dx <= 1; dx += 1) {
        for (let dy = -1; dy <= 1; dy += 1) {
          const cell = cells.get(key(column + dx, row + dy));
          if (cell) for (const entry of cell) visit(entry);
        }
      }
    },
  };
};
