/** A colour in sRGB, each channel 0…255. */
export interface Colour {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

/** The colour of a hexadecimal triplet, 0xRRGGBB. */
export const rgb = (hex: number): Colour => ({
  r: hex >> 16,
  g: (hex >> 8) & 0xff,
  b: hex & 0xff,
});

/** The colour `share` (0…1) of the way from `a` to `b`, linear in sRGB, rounded. */
export const mixColours = (a: Colour, b: Colour, share: number): Colour => {
  const mix = (from: number, to: number) => Math.round(from + (to - from) * share);
  return { r: mix(a.r, b.r), g: mix(a.g, b.g), b: mix(a.b, b.b) };
};
