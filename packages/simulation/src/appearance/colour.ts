import type { Random } from '../random/random.js';

/** Red, green and blue, 0 … 255. */
export type Rgb = readonly [number, number, number];

const opaque = new WeakMap<Rgb, string>();

const written = ([red, green, blue]: Rgb, alpha: number): string =>
  `rgba(${Math.round(red)},${Math.round(green)},${Math.round(blue)},${alpha})`;

/** As the canvas wants it. Opaque colours are remembered: a frame asks for thousands. */
export const css = (colour: Rgb, alpha = 1): string => {
  if (alpha !== 1) return written(colour, alpha);
  const known = opaque.get(colour);
  if (known !== undefined) return known;
  const text = written(colour, 1);
  opaque.set(colour, text);
  return text;
};

const clamped = (value: number): number => Math.min(255, Math.max(0, value));

/** Brighter above 1, darker below. */
export const shaded = ([red, green, blue]: Rgb, factor: number): Rgb => [
  clamped(red * factor),
  clamped(green * factor),
  clamped(blue * factor),
];

const shades = new WeakMap<Rgb, Map<number, Rgb>>();

/** `shaded`, remembered for colours that people wear and factors that the code names. */
export const shadeOf = (colour: Rgb, factor: number): Rgb => {
  const known = shades.get(colour) ?? new Map<number, Rgb>();
  shades.set(colour, known);
  const shade = known.get(factor) ?? shaded(colour, factor);
  known.set(factor, shade);
  return shade;
};

/** `share` of the way from one colour to the other. */
export const blended = (from: Rgb, to: Rgb, share: number): Rgb => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
  from[2] + (to[2] - from[2]) * share,
];

/** The colour with every channel moved a little, so that no two coats are quite alike. */
export const varied = (colour: Rgb, random: Random, spread: number): Rgb => [
  clamped(colour[0] + random.between(-spread, spread)),
  clamped(colour[1] + random.between(-spread, spread)),
  clamped(colour[2] + random.between(-spread, spread)),
];
