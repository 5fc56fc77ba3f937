import { CURVE_KNOTS } from '../../forecast/pass-curves.js';
import { rowOf, solveInPlace } from '../../forecast/solve-linear.js';

/** Of the cases at about one distance from a limit, how many came true. */
export interface CurveCases {
  /** (ŷ − θ)/e, mean. */
  readonly distance: number;
  readonly cases: number;
  readonly cameTrue: number;
}

const COUNT = CURVE_KNOTS.length;

/** Rounds of Newton's method; each moves a knot by 1 at most, and by the hundredth nothing moves. */
const ROUNDS = 100;

/** Weight of bends, in cases: neighbours tell of each other where cases are few. */
const SMOOTHING = 20;

/** Weight of the line that is believed where there are no cases at all, log odds = 0.8·distance. */
const FALLBACK = 0.02;
const LINE = 0.8;

/**
 * Log odds at `CURVE_KNOTS` under which what came true is likeliest (logistic regression on hat functions with a
 * penalty on bends), then made to rise: nearer to the limit is never less likely.
 */
export const fitPassCurve = (cases: readonly CurveCases[]): number[] => {
  const curve = CURVE_KNOTS.map((knot) => LINE * knot);
  const bends = bendRows();
  for (let round = 0; round < ROUNDS; round += 1) {
    const half = new Float64Array(rowOf(COUNT));
    const slope = new Float64Array(COUNT);
    const add = (row: number, column: number, value: number): void => {
      if (column <= row) half[rowOf(row) + column] = (half[rowOf(row) + column] ?? 0) + value;
    };
    for (const each of cases) {
      const hats = hatsAt(each.distance);
      const odds = hats.reduce((sum, { knot, share }) => sum + share * (curve[knot] ?? 0), 0);
      const said = 1 / (1 + Math.exp(-odds));
      const weight = each.cases * said * (1 - said);
      for (const { knot, share } of hats) {
        slope[knot] = (slope[knot] ?? 0) + share * (each.cases * said - each.cameTrue);
        for (const other of hats) add(knot, other.knot, weight * share * other.share);
      }
    }
    for (const bend of bends) {
      const bent = bend.reduce((sum, { knot, share }) => sum + share * (curve[knot] ?? 0), 0);
      for (const { knot, share } of bend) {
        slope[knot] = (slope[knot] ?? 0) + SMOOTHING * share * bent;
        for (const other of bend) add(knot, other.knot, SMOOTHING * share * other.share);
      }
    }
    for (const [knot, place] of CURVE_KNOTS.entries()) {
      slope[knot] = (slope[knot] ?? 0) + FALLBACK * ((curve[knot] ?? 0) - LINE * place);
      add(knot, knot, FALLBACK);
    }
    if (!solveInPlace(half, slope, COUNT)) break;
    for (const [knot, step] of slope.entries()) {
      curve[knot] = (curve[knot] ?? 0) - Math.max(-1, Math.min(1, step));
    }
  }
  let highest = Number.NEGATIVE_INFINITY;
  return curve.map((odds) => {
    highest = Math.max(highest, odds);
    return highest;
  });
};

interface Share {
  readonly knot: number;
  readonly share: number;
}

/** The knots on either side of a distance, by how near they are. */
const hatsAt = (distance: number): Share[] => {
  const [first, last] = [CURVE_KNOTS[0], CURVE_KNOTS[COUNT - 1] ?? 0];
  const inside = Math.min(last, Math.max(first, distance));
  const next = Math.max(
    1,
    CURVE_KNOTS.findIndex((knot) => knot >= inside),
  );
  const [from, to] = [CURVE_KNOTS[next - 1] ?? 0, CURVE_KNOTS[next] ?? 0];
  const share = (inside - from) / (to - from);
  return [
    { knot: next - 1, share: 1 - share },
    { knot: next, share },
  ];
};

/** For each inner knot the change of slope there, as shares of three knots. */
const bendRows = (): Share[][] =>
  CURVE_KNOTS.slice(2).map((to, first) => {
    const [from, middle] = [CURVE_KNOTS[first] ?? 0, CURVE_KNOTS[first + 1] ?? 0];
    const [before, after] = [1 / (middle - from), 1 / (to - middle)];
    return [
      { knot: first, share: before },
      { knot: first + 1, share: -before - after },
      { knot: first + 2, share: after },
    ];
  });
