import type { SKRSContext2D } from '@napi-rs/canvas';

export type Gradient = ReturnType<SKRSContext2D['createLinearGradient']>;

/** Shading laid over flat colours; made once, in unit coordinates, and stretched by transforms. */
export interface Paints {
  /** Over a ball (unit circle): light from above. */
  readonly ball: Gradient;
  /** Over a trunk (x from −1 to 1): round, darker to the sides. */
  readonly trunk: Gradient;
  /** Over shoulders (unit circle): light from above. */
  readonly shoulders: Gradient;
}

const black = (alpha: number): string => `rgba(8,8,16,${alpha})`;
const white = (alpha: number): string => `rgba(255,250,240,${alpha})`;

/** `contrast` 0 … 1: an overcast sky is flat, a lamp is hard. `side` −1 … 1: where the light comes from. */
export const createPaints = (context: SKRSContext2D, contrast: number, side: number): Paints => {
  const ball = context.createRadialGradient(side * 0.35, -0.45, 0.05, 0, 0, 1.08);
  ball.addColorStop(0, white(0.1 + 0.28 * contrast));
  ball.addColorStop(0.45, black(0.02));
  ball.addColorStop(1, black(0.2 + 0.3 * contrast));
  const trunk = context.createLinearGradient(-1, 0, 1, 0);
  const [near, far] = [0.2 + 0.3 * contrast, 0.1 + 0.1 * contrast];
  trunk.addColorStop(0, black(side < 0 ? far : near));
  trunk.addColorStop(0.5 + side * 0.22, white(0.04 + 0.1 * contrast));
  trunk.addColorStop(1, black(side < 0 ? near : far));
  const shoulders = context.createRadialGradient(side * 0.3, -0.4, 0.05, 0, 0, 1.05);
  shoulders.addColorStop(0, white(0.14 + 0.18 * contrast));
  shoulders.addColorStop(0.7, white(0.03));
  shoulders.addColorStop(1, black(0.1 + 0.12 * contrast));
  return { ball, trunk, shoulders };
};
