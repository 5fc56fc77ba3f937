/** Edges of a box on the screen, pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Top, right, bottom and left, pixels: as the map's library takes it. */
export type Padding = readonly [number, number, number, number];

/** Between what is drawn and what lies over the map, pixels: arrows of passages reach a little outside. */
const GAP = 14;

/** Of the least part that is left for the venue, however much lies over the map. */
const LEAST = 0.4;

/**
 * What to leave free at the edges of a map so that nothing of the venue lies under tools or legend. Each
 * of them takes a strip at the edge where it takes the least of the map away; a strip is never wider than
 * leaves `LEAST` of the map.
 */
export const paddingBeside = (map: Box, covers: readonly Box[], usual: Padding): Padding => {
  const [width, height] = [map.right - map.left, map.bottom - map.top];
  const padding: [number, number, number, number] = [...usual];
  for (const cover of covers) {
    if (cover.right <= cover.left || cover.bottom <= cover.top) continue;
    const depths = [
      cover.bottom - map.top,
      map.right - cover.left,
      map.bottom - cover.top,
      cover.right - map.left,
    ];
    const areas = depths.map((depth, side) => depth * (side % 2 === 0 ? width : height));
    const side = areas.indexOf(Math.min(...areas));
    padding[side] = Math.max(padding[side] ?? 0, (depths[side] ?? 0) + GAP);
  }
  const most = (size: number, before: number, after: number) =>
    Math.min(1, (size * (1 - LEAST)) / Math.max(1, before + after));
  const [top, right, bottom, left] = padding;
  const [down, across] = [most(height, top, bottom), most(width, left, right)];
  return [top * down, right * across, bottom * down, left * across];
};
