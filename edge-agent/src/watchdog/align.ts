import { COLUMNS, type Orientations, ROWS } from './view-signature.js';

/** The edges of an earlier picture, zoomed and turned about the middle: where each comes to lie. */
export interface Laid {
  readonly columns: Int16Array;
  readonly rows: Int16Array;
  readonly cosines: Float32Array;
  readonly sines: Float32Array;
}

/** @param turn radians, from the picture's right towards its lower side. */
export const layOver = ({ cosines, sines }: Orientations, zoom = 1, turn = 0): Laid => {
  const cells = [...cosines.keys()].filter((cell) => cosines[cell] !== 0 || sines[cell] !== 0);
  const [cos, sin] = [Math.cos(turn) * zoom, Math.sin(turn) * zoom];
  const [turnCos, turnSin] = [Math.cos(2 * turn), Math.sin(2 * turn)];
  const places = cells.map((cell) => {
    const x = (cell % COLUMNS) - (COLUMNS - 1) / 2;
    const y = Math.floor(cell / COLUMNS) - (ROWS - 1) / 2;
    const [c, s] = [cosines[cell] ?? 0, sines[cell] ?? 0];
    return {
      column: Math.round(cos * x - sin * y + (COLUMNS - 1) / 2),
      row: Math.round(sin * x + cos * y + (ROWS - 1) / 2),
      // an edge turns with its picture; angles are doubled
      cosine: c * turnCos - s * turnSin,
      sine: s * turnCos + c * turnSin,
    };
  });
  return {
    columns: Int16Array.from(places, ({ column }) => column),
    rows: Int16Array.from(places, ({ row }) => row),
    cosines: Float32Array.from(places, ({ cosine }) => cosine),
    sines: Float32Array.from(places, ({ sine }) => sine),
  };
};

export interface Agreement {
  /** Mean of cos(2θ − 2θ′) over the cells that both show, −1 to 1: 1 the same edges, 0 chance. */
  readonly score: number;
  /** Those cells as a share of all cells of the earlier picture. */
  readonly share: number;
  readonly cells: number;
}

/** How well `now` agrees with an earlier picture that is shifted by whole cells. */
export const agreement = (before: Laid, now: Orientations, right = 0, down = 0): Agreement => {
  const whole = before.columns.length;
  let [sum, cells] = [0, 0];
  for (let at = 0; at < whole; at += 1) {
    const column = (before.columns[at] ?? 0) + right;
    const row = (before.rows[at] ?? 0) + down;
    if (column < 0 || column >= COLUMNS || row < 0 || row >= ROWS) continue;
    const cell = row * COLUMNS + column;
    const [cosine, sine] = [now.cosines[cell] ?? 0, now.sines[cell] ?? 0];
    if (cosine === 0 && sine === 0) continue;
    cells += 1;
    sum += (before.cosines[at] ?? 0) * cosine + (before.sines[at] ?? 0) * sine;
  }
  return cells === 0
    ? { score: 0, share: 0, cells }
    : { score: sum / cells, share: cells / whole, cells };
};
