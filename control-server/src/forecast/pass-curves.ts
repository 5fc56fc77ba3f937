/** (ŷ − θ)/e at the knots of the curves. */
export const CURVE_KNOTS = [-8, -5, -3, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 3, 4] as const;

/**
 * How often a limit was passed within five minutes, by how far the forecast peak is from it in expected
 * errors: log odds at `CURVE_KNOTS`, rising. Fitted to what came true on simulated evenings that the weights were not
 * fitted to (`throng-server fit-forecast --curves`, seeds 11 to 20, all venues): where former evenings told of the
 * zone, and where none did.
 */
export const PASS_CURVES: {
  readonly profiled: readonly number[];
  readonly plain: readonly number[];
} = {
  profiled: [
    -5.81, -3.92, -3.63, -3.05, -2.56, -1.84, -0.97, -0.17, 0.66, 1.17, 1.73, 2.18, 2.71, 3.47,
  ],
  plain: [-5.56, -3.97, -2.98, -2.17, -1.77, -1.03, -0.44, 0.09, 0.64, 1.1, 1.6, 1.94, 2.14, 2.53],
};

/** Log odds on a curve, by linear interpolation; beyond its ends as at them: nothing is surer. */
export const onCurve = (curve: readonly number[], distance: number): number => {
  const last = CURVE_KNOTS.length - 1;
  if (!(distance > CURVE_KNOTS[0])) return curve[0] ?? 0;
  const next = CURVE_KNOTS.findIndex((knot) => knot > distance);
  if (next < 0) return curve[last] ?? 0;
  const [from, to] = [CURVE_KNOTS[next - 1] ?? 0, CURVE_KNOTS[next] ?? 0];
  const [low, high] = [curve[next - 1] ?? 0, curve[next] ?? 0];
  return low + ((high - low) * (distance - from)) / (to - from);
};
