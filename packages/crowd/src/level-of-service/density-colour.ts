import { type Colour, mixColours, rgb } from './colour.js';

/** One mark of the density scale. */
export interface DensityScaleStop {
  /** Persons/m². */
  readonly density: number;
  readonly colour: Colour;
}

const empty: DensityScaleStop = { density: 0, colour: rgb(0x420a68) };

/**
 * The density scale, lowest first: the same colour means the same density on every screen, at
 * every venue and at any time, so that it is learned once.
 *
 * Lightness rises with density throughout, which also orders the scale for colour-blind eyes and
 * in print. Both ends are cut off, so that neither drowns in a dark or a light ground.
 * Source: samples of the "inferno" map, S. van der Walt and N. Smith, matplotlib 2015, CC0.
 */
export const densityScaleStops: readonly DensityScaleStop[] = [
  empty,
  { density: 1, colour: rgb(0x7f1e6c) },
  { density: 2, colour: rgb(0xbc3754) },
  { density: 3.5, colour: rgb(0xea632a) },
  { density: 5, colour: rgb(0xfca50a) },
  { density: 7, colour: rgb(0xf6d746) },
];

/**
 * The colour of a density in persons/m²: linear in sRGB between the stops, held beyond the ends.
 *
 * @throws RangeError when the density is not a number: unknown is drawn as unknown, not as empty.
 */
export const densityColour = (density: number): Colour => {
  if (Number.isNaN(density)) throw new RangeError('An unknown density has no colour.');
  const below = densityScaleStops.findLast((stop) => stop.density <= density) ?? empty;
  const above = densityScaleStops.find((stop) => stop.density > density) ?? below;
  const span = above.density - below.density;
  const share = span > 0 ? Math.max(0, (density - below.density) / span) : 0;
  return mixColours(below.colour, above.colour, share);
};
