import { mixSeed } from '../random/random.js';

/** Side of the repeating lattice; a power of two. */
const SIDE = 256;

/** Smooth noise over the plane, 0 … 1, one bump per unit length, repeating every 256 units. */
export type Noise = (x: number, y: number) => number;

export const createNoise = (seed: number): Noise => {
  const lattice = new Float32Array(SIDE * SIDE);
  for (let index = 0; index < lattice.length; index += 1) {
    lattice[index] = mixSeed(seed, index) / 4_294_967_296;
  }
  const at = (x: number, y: number): number =>
    lattice[(y & (SIDE - 1)) * SIDE + (x & (SIDE - 1))] ?? 0;
  return (x, y) => {
    const [column, row] = [Math.floor(x), Math.floor(y)];
    const [dx, dy] = [x - column, y - row];
    const [sx, sy] = [dx * dx * (3 - 2 * dx), dy * dy * (3 - 2 * dy)];
    const top = at(column, row) * (1 - sx) + at(column + 1, row) * sx;
    const bottom = at(column, row + 1) * (1 - sx) + at(column + 1, row + 1) * sx;
    return top * (1 - sy) + bottom * sy;
  };
};
