import { inverse, Matrix, solve } from 'ml-matrix';

/** Residuals of a model at its parameters, each divided by its expected error. */
export type Residuals = (parameters: readonly number[]) => readonly number[];

export interface LeastSquaresFit {
  readonly parameters: readonly number[];
  /** Σ r² at the end. */
  readonly cost: number;
  /** Standard error of each parameter where each residual has a standard error of 1; infinite where open. */
  readonly errors: readonly number[];
}

const mostRounds = 60;

/** A relative gain below this is rounding. */
const leastGain = 1e-12;

const squared = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value * value, 0);

/** ∂r/∂p by central differences. */
const jacobianOf = (residuals: Residuals, at: readonly number[]): Matrix => {
  const columns = at.map((value, index) => {
    const step = 1e-6 * Math.max(1e-3, Math.abs(value));
    const plus = residuals(at.with(index, value + step));
    const minus = residuals(at.with(index, value - step));
    return plus.map((entry, row) => (entry - (minus[row] ?? 0)) / (2 * step));
  });
  return new Matrix(columns).transpose();
};

const errorsOf = (jacobian: Matrix): number[] => {
  const normal = jacobian.transpose().mmul(jacobian);
  try {
    return inverse(normal)
      .diagonal()
      .map((variance) => (variance >= 0 ? Math.sqrt(variance) : Number.POSITIVE_INFINITY));
  } catch {
    return new Array<number>(normal.rows).fill(Number.POSITIVE_INFINITY);
  }
};

/**
 * Minimises Σ rᵢ(p)² by Levenberg and Marquardt's method with numerical derivatives; for a
 * handful of parameters. Never returns a worse fit than `start`.
 *
 * Source: D. W. Marquardt, SIAM J. Appl. Math. 11(2), 1963.
 */
export const leastSquares = (residuals: Residuals, start: readonly number[]): LeastSquaresFit => {
  let best = [...start];
  let errors = residuals(best);
  let cost = squared(errors);
  let damping = 1e-3;
  for (let round = 0; round < mostRounds && damping < 1e12; round += 1) {
    const jacobian = jacobianOf(residuals, best);
    const normal = jacobian.transpose().mmul(jacobian);
    const gradient = jacobian.transpose().mmul(Matrix.columnVector([...errors]));
    for (let index = 0; index < best.length; index += 1) {
      const entry = normal.get(index, index);
      normal.set(index, index, entry + damping * Math.max(entry, 1e-12));
    }
    const step = solve(normal, gradient, true).to1DArray();
    const candidate = best.map((value, index) => value - (step[index] ?? 0));
    const there = residuals(candidate);
    const costThere = squared(there);
    if (!(costThere < cost)) {
      damping *= 10;
      continue;
    }
    const isDone = cost - costThere <= leastGain * cost;
    [best, errors, cost] = [candidate, there, costThere];
    damping = Math.max(1e-12, damping / 10);
    if (isDone) break;
  }
  return { parameters: best, cost, errors: errorsOf(jacobianOf(residuals, best)) };
};
