import { applyHomography, cellBox, containsPoint, type Point, type Polygon } from '@throng/crowd';
import type { CameraView } from '../stages/camera-view.js';

/** Square metres below which what is left of a zone tells nothing of it. */
const LEAST_ZONE_AREA = 1;

/** Points per side at which a cell is looked at. */
const POINTS = 8;

const isMasked = (ground: Point, masks: readonly Polygon[], view: CameraView): boolean =>
  [view.projection.groundToFoot, view.projection.groundToHead].some((projection) => {
    const straight = applyHomography(projection, ground);
    const pixel = straight && view.projection.lens.distort(straight);
    return pixel !== undefined && masks.some((mask) => containsPoint(mask, pixel));
  });

/** Share of a cell's ground on which neither feet nor head are behind a mask, 0 to 1. */
const openShare = (cell: number, masks: readonly Polygon[], view: CameraView): number => {
  const { minX, minY } = cellBox(view.grid, cell);
  let open = 0;
  for (let point = 0; point < POINTS ** 2; point += 1) {
    const x = minX + ((point % POINTS) + 0.5) * (view.grid.cellSize / POINTS);
    const y = minY + (Math.floor(point / POINTS) + 0.5) * (view.grid.cellSize / POINTS);
    if (!isMasked({ x, y }, masks, view)) open += 1;
  }
  return open / POINTS ** 2;
};

/**
 * The view without the ground behind its masks, pixels of the view's own size. Such ground is not
 * seen: zones shrink by it, cells without open ground are nobody's, hence unknown and never zero.
 */
export const maskView = (view: CameraView, masks: readonly Polygon[]): CameraView => {
  if (masks.length === 0) return view;
  const open = view.ownedArea.map((owned, cell) => (owned > 0 ? openShare(cell, masks, view) : 0));
  const ownedArea = view.ownedArea.map((owned, cell) => owned * (open[cell] ?? 0));
  const zones = view.zones.map((zone) => {
    const share = zone.share.map((part, cell) => ((open[cell] ?? 0) > 0 ? part : 0));
    const all = zone.share.reduce((sum, part, cell) => sum + part * (view.ownedArea[cell] ?? 0), 0);
    const left = share.reduce((sum, part, cell) => sum + part * (ownedArea[cell] ?? 0), 0);
    return { ...zone, share, area: all > 0 ? (zone.area * left) / all : 0 };
  });
  return { ...view, ownedArea, zones: zones.filter(({ area }) => area >= LEAST_ZONE_AREA) };
};
