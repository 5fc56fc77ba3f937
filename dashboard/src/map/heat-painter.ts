import { type GridState, toPolygon, type VenueDefinition } from '@throng/contract';
import type { GroundGrid } from '@throng/crowd';
import { cellsInZones } from './cells-in-zones.js';
import { heatFrame } from './heat-frame.js';
import { type HeatImage, paintHeat } from './heat-image.js';
import { mergeGrids } from './heat-raster.js';
import { venueExtent } from './venue-extent.js';

/** Paints a venue's grids; what depends on the venue alone is worked out once per frame. */
export const heatPainter = (venue: VenueDefinition) => {
  const extent = venueExtent(venue);
  const zones = venue.zones.map(({ polygon }) => toPolygon(polygon));
  let frame: GroundGrid | null = null;
  let inZones: Uint8Array = new Uint8Array();
  let painted: { grids: ReadonlyMap<string, GridState>; image: HeatImage } | null = null;
  return (grids: ReadonlyMap<string, GridState>): HeatImage => {
    if (painted?.grids === grids) return painted.image;
    const known = [...grids.values()].flatMap(({ grid }) => (grid === null ? [] : [grid]));
    const wanted = heatFrame(extent, known);
    if (frame === null || !isSame(frame, wanted)) {
      frame = wanted;
      inZones = cellsInZones(frame, zones);
    }
    painted = { grids, image: paintHeat(mergeGrids(frame, inZones, known)) };
    return painted.image;
  };
};

const isSame = (a: GroundGrid, b: GroundGrid): boolean =>
  a.cellSize === b.cellSize &&
  a.columns === b.columns &&
  a.rows === b.rows &&
  a.origin.x === b.origin.x &&
  a.origin.y === b.origin.y;
