import { type GridState, toPolygon, type VenueDefinition } from '@throng/contract';
import type { GroundGrid } from '@throng/crowd';
import { cellsInZones } from './cells-in-zones.js';
import { heatFrame } from './heat-frame.js';
import { type HeatImage, heatEasel } from './heat-image.js';
import { type HeatRaster, mergeGrids } from './heat-raster.js';
import { venueExtent } from './venue-extent.js';

/**
 * Paints a venue's grids; what depends on the venue alone is worked out once per frame. The image
 * stays the same object as long as no cell looks different.
 */
export const heatPainter = (venue: VenueDefinition) => {
  const extent = venueExtent(venue);
  const zones = venue.zones.map(({ polygon }) => toPolygon(polygon));
  const easel = heatEasel();
  let frame: GroundGrid | null = null;
  let inZones: Uint8Array = new Uint8Array();
  let seen: ReadonlyMap<string, GridState> | null = null;
  let painted: { raster: HeatRaster; image: HeatImage } | null = null;
  return (grids: ReadonlyMap<string, GridState>): HeatImage => {
    if (painted !== null && seen === grids) return painted.image;
    seen = grids;
    const known = [...grids.values()].flatMap(({ grid }) => (grid === null ? [] : [grid]));
    const wanted = heatFrame(extent, known);
    if (frame === null || !isSameFrame(frame, wanted)) {
      frame = wanted;
      inZones = cellsInZones(frame, zones);
    }
    const raster = mergeGrids(frame, inZones, known);
    if (painted === null || !isSameRaster(painted.raster, raster)) {
      painted = { raster, image: easel(raster) };
    }
    return painted.image;
  };
};

const isSameFrame = (a: GroundGrid, b: GroundGrid): boolean =>
  a.cellSize === b.cellSize &&
  a.columns === b.columns &&
  a.rows === b.rows &&
  a.origin.x === b.origin.x &&
  a.origin.y === b.origin.y;

/** The frame keeps its identity while it is the same. */
const isSameRaster = (a: HeatRaster, b: HeatRaster): boolean =>
  a.frame === b.frame && a.steps.every((step, cell) => step === b.steps[cell]);
