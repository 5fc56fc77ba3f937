import { COLUMNS, type Orientations, ROWS } from './view-signature.js';

/** How a later picture may lie over an earlier one. Shifts in cells, turn in radians. */
export interface Placement {
  readonly right: number;
  readonly down: number;
  readonly zoom: number;
  readonly turn: number;
}

export const IN_PLACE: Placement = { right: 0, down: 0, zoom: 1, turn: 0 };

export interface Agreement {
  /** Weighted mean of cos(2θ − 2θ′), −1 to 1: 1 the same edges, 0 chance. */
  readonly score: number;
  /** Weight of the cells that both show, as a share of all the weight of the earlier picture. */
  readonly share: number;
  /** That weight itself: about the number of cells. */
  readonly cells: number;
}

/** How well `now` agrees with `before`, laid over it as `placement` says. */
export const agreement = (
  before: Orientations,
  now: Orientations,
  { right, down, zoom, turn }: Placement = IN_PLACE,
): Agreement => {
  const [cos, sin] = [Math.cos(turn) * zoom, Math.sin(turn) * zoom];
  const [turnCos, turnSin] = [Math.cos(2 * turn), Math.sin(2 * turn)];
  let [sum, compared, whole] = [0, 0, 0];
  for (let row = 0; row < ROWS; row += 1) {
    for (let column = 0; column < COLUMNS; column += 1) {
      const cell = row * COLUMNS + column;
      const [c, s] = [before.cosines[cell] ?? 0, before.sines[cell] ?? 0];
      if (c === 0 && s === 0) continue;
      const weight = Math.hypot(c, s);
      whole += weight;
      const [x, y] = [column - (COLUMNS - 1) / 2, row - (ROWS - 1) / 2];
      const toColumn = Math.round(cos * x - sin * y + (COLUMNS - 1) / 2 + right);
      const toRow = Math.round(sin * x + cos * y + (ROWS - 1) / 2 + down);
      if (toColumn < 0 || toColumn >= COLUMNS || toRow < 0 || toRow >= ROWS) continue;
      const there = toRow * COLUMNS + toColumn;
      const [nowC, nowS] = [now.cosines[there] ?? 0, now.sines[there] ?? 0];
      if (nowC === 0 && nowS === 0) continue;
      compared += weight;
      // the edges of the earlier picture, turned with it
      sum += (c * turnCos - s * turnSin) * nowC + (s * turnCos + c * turnSin) * nowS;
    }
  }
  return whole === 0 || compared === 0
    ? { score: 0, share: 0, cells: 0 }
    : { score: sum / compared, share: compared / whole, cells: compared };
};
