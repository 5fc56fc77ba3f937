import { cellIndexAt, containsPoint, type Point } from '@throng/crowd';
import type { Detection } from '@throng/inference';
import { footPlace } from './calibrate.js';
import type { CameraView } from './camera-view.js';

/** The foot point of a detection: the middle of the box's lower side, pixels. */
const footOf = ({ left, right, bottom }: Detection): Point => ({
  x: (left + right) / 2,
  y: bottom,
});

/** Where the detected people stand, metres; those beyond the horizon are left out. */
export const standingPoints = (detections: readonly Detection[], view: CameraView): Point[] =>
  detections.flatMap((detection) => footPlace(view.projection, footOf(detection)) ?? []);

/** The four cells round a point with bilinear weights: a person half-way between two counts half in each. */
const cellsRound = (view: CameraView, { x, y }: Point): [cell: number, weight: number][] => {
  const { grid, ownedArea } = view;
  const half = grid.cellSize / 2;
  const corners = [
    { x: x - half, y: y - half },
    { x: x + half, y: y - half },
    { x: x - half, y: y + half },
    { x: x + half, y: y + half },
  ];
  const across = ((((x - grid.origin.x) / grid.cellSize + 0.5) % 1) + 1) % 1;
  const along = ((((y - grid.origin.y) / grid.cellSize + 0.5) % 1) + 1) % 1;
  const weights = [
    (1 - across) * (1 - along),
    across * (1 - along),
    (1 - across) * along,
    across * along,
  ];
  return corners.flatMap((corner, index) => {
    const cell = cellIndexAt(grid, corner);
    const weight = weights[index] ?? 0;
    return cell !== undefined && weight > 0 && (ownedArea[cell] ?? 0) > 0 ? [[cell, weight]] : [];
  });
};

/**
 * Persons per ground cell from detections. Only people who stand on ground that the camera owns
 * and sees count; each is spread over the owned cells round the foot point with weights that sum
 * to 1, since a foot point is no surer than a cell.
 */
export const projectDetections = (
  detections: readonly Detection[],
  view: CameraView,
): Float64Array => {
  const persons = new Float64Array(view.ownedArea.length);
  for (const point of standingPoints(detections, view)) {
    if (!containsPoint(view.ground, point)) continue;
    const cells = cellsRound(view, point);
    const total = cells.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [cell, weight] of cells) {
      persons[cell] = (persons[cell] ?? 0) + weight / total;
    }
  }
  return persons;
};
