/** Where row `row` of a symmetric matrix begins that is kept as its lower half, row by row. */
export const rowOf = (row: number): number => (row * (row + 1)) / 2;

/**
 * Solves A·x = b for a symmetric positive definite A (Cholesky), into `b`.
 *
 * @param half the lower half of A, row by row, n·(n + 1)/2 long; it is overwritten.
 * @returns false where A is not positive definite; `b` is then worthless.
 */
export const solveInPlace = (half: Float64Array, b: Float64Array, n: number): boolean => {
  for (let row = 0; row < n; row += 1) {
    const line = rowOf(row);
    for (let column = 0; column < row; column += 1) {
      const other = rowOf(column);
      let sum = half[line + column] ?? 0;
      for (let k = 0; k < column; k += 1) sum -= (half[line + k] ?? 0) * (half[other + k] ?? 0);
      half[line + column] = sum / (half[other + column] ?? 1);
    }
    let square = half[line + row] ?? 0;
    let sum = b[row] ?? 0;
    for (let k = 0; k < row; k += 1) {
      const value = half[line + k] ?? 0;
      square -= value * value;
      sum -= value * (b[k] ?? 0);
    }
    if (!(square > 0)) return false;
    const diagonal = Math.sqrt(square);
    half[line + row] = diagonal;
    b[row] = sum / diagonal;
  }
  for (let row = n - 1; row >= 0; row -= 1) {
    const value = (b[row] ?? 0) / (half[rowOf(row) + row] ?? 1);
    b[row] = value;
    for (let k = 0; k < row; k += 1) b[k] = (b[k] ?? 0) - (half[rowOf(row) + k] ?? 0) * value;
  }
  return true;
};
