/**
 * Solves A·x = b for a symmetric positive definite A (Cholesky), into `b`.
 *
 * @param matrix n × n, row by row; its lower half is overwritten.
 * @returns false where A is not positive definite; `b` is then worthless.
 */
export const solveInPlace = (matrix: Float64Array, b: Float64Array): boolean => {
  const n = b.length;
  for (let row = 0; row < n; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row * n + column] ?? 0;
      for (let k = 0; k < column; k += 1) {
        sum -= (matrix[row * n + k] ?? 0) * (matrix[column * n + k] ?? 0);
      }
      if (row === column) {
        if (!(sum > 0)) return false;
        matrix[row * n + row] = Math.sqrt(sum);
      } else {
        matrix[row * n + column] = sum / (matrix[column * n + column] ?? 1);
      }
    }
  }
  for (let row = 0; row < n; row += 1) {
    let sum = b[row] ?? 0;
    for (let k = 0; k < row; k += 1) sum -= (matrix[row * n + k] ?? 0) * (b[k] ?? 0);
    b[row] = sum / (matrix[row * n + row] ?? 1);
  }
  for (let row = n - 1; row >= 0; row -= 1) {
    let sum = b[row] ?? 0;
    for (let k = row + 1; k < n; k += 1) sum -= (matrix[k * n + row] ?? 0) * (b[k] ?? 0);
    b[row] = sum / (matrix[row * n + row] ?? 1);
  }
  return true;
};
