import {
  applyHomography,
  type BoundingBox,
  boundingBox,
  containsPoint,
  type Point,
  type Polygon,
} from '@throng/crowd';
import type { GroundSolution } from '../stages/solve-ground.js';
import type { ErrorCell, GridLine } from './assessment.js';
import { pixelOfPlace } from './ground-picture.js';

type Size = readonly [width: number, height: number];

/** Metres between points of a grid line: enough to follow a lens. */
const STEP = 0.5;

/** Lines each way beyond which the grid is drawn every 5 m, then every 10 m. */
const MOST_LINES = 80;

/** Squares of the error map. */
const MOST_CELLS = 1_600;

const isIn = ([width, height]: Size, { x, y }: Point): boolean =>
  x >= 0 && y >= 0 && x <= width && y <= height;

const rounded = ({ x, y }: Point): Point => ({
  x: Math.round(x * 10) / 10,
  y: Math.round(y * 10) / 10,
});

/** The parts of a ground line that the picture shows. */
const shownParts = (places: readonly Point[], solution: GroundSolution, size: Size): Point[][] => {
  const parts: Point[][] = [[]];
  for (const place of places) {
    const pixel = pixelOfPlace(solution, place);
    if (pixel !== undefined && isIn(size, pixel)) parts.at(-1)?.push(rounded(pixel));
    else if (parts.at(-1)?.length !== 0) parts.push([]);
  }
  return parts.filter((part) => part.length > 1);
};

const spacingOf = ({ minX, minY, maxX, maxY }: BoundingBox): number => {
  const lines = Math.max(maxX - minX, maxY - minY);
  return [1, 5, 10, 50].find((metres) => lines / metres <= MOST_LINES) ?? 100;
};

/** Lines at whole metres over the ground in view, as the picture shows them. */
export const groundGridLines = (
  solution: GroundSolution,
  view: Polygon,
  size: Size,
): GridLine[] => {
  if (view.length < 3) return [];
  const box = boundingBox(view);
  const spacing = spacingOf(box);
  const line = (at: number, from: number, to: number, along: 'x' | 'y'): GridLine[] => {
    const count = Math.ceil((to - from) / STEP) + 1;
    const places = Array.from({ length: count }, (_, index) => {
      const other = Math.min(to, from + index * STEP);
      return along === 'x' ? { x: other, y: at } : { x: at, y: other };
    });
    return shownParts(places, solution, size).map((points) => ({
      isMajor: Math.round(at) % (5 * spacing) === 0,
      points,
    }));
  };
  const steps = (min: number, max: number): number[] => {
    const first = Math.ceil(min / spacing);
    const last = Math.floor(max / spacing);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * spacing);
  };
  return [
    ...steps(box.minX, box.maxX).flatMap((x) => line(x, box.minY, box.maxY, 'y')),
    ...steps(box.minY, box.maxY).flatMap((y) => line(y, box.minX, box.maxX, 'x')),
  ];
};

/** The expected error over the ground in view, square by square. */
export const errorMapOver = (
  view: Polygon,
  errorAt: (place: Point) => number,
): { cellSize: number; cells: ErrorCell[] } => {
  if (view.length < 3) return { cellSize: 1, cells: [] };
  const { minX, minY, maxX, maxY } = boundingBox(view);
  const cellSize =
    [0.5, 1, 2, 5, 10, 20].find(
      (side) => ((maxX - minX) / side) * ((maxY - minY) / side) <= MOST_CELLS,
    ) ?? 50;
  const cells: ErrorCell[] = [];
  const start = (value: number): number => Math.floor(value / cellSize) * cellSize;
  for (let y = start(minY); y < maxY; y += cellSize) {
    for (let x = start(minX); x < maxX; x += cellSize) {
      const centre = { x: x + cellSize / 2, y: y + cellSize / 2 };
      if (!containsPoint(view, centre)) continue;
      const metres = errorAt(centre);
      if (Number.isFinite(metres)) cells.push({ x, y, metres: Math.round(metres * 1e3) / 1e3 });
    }
  }
  return { cellSize, cells };
};

/** Pieces in which the horizon is drawn, so that it bends with the lens. */
const HORIZON_PIECES = 32;

/**
 * The horizon as the picture shows it: the pixels where w = h₆x + h₇y + h₈ is 0, bent by the lens.
 * Empty where it runs outside the picture or upright.
 */
export const horizonOf = (
  { lens, pixelToGround }: GroundSolution,
  [width, height]: Size,
): Point[] => {
  const [g = 0, h = 0, j = 0] = pixelToGround.slice(6);
  if (Math.abs(h) < 1e-15) return [];
  return Array.from({ length: HORIZON_PIECES + 1 }, (_, piece) => {
    const x = width * ((1.4 * piece) / HORIZON_PIECES - 0.2);
    return lens.distort({ x, y: -(g * x + j) / h });
  }).flatMap((pixel) =>
    pixel !== undefined && pixel.y >= 0 && pixel.y <= height ? [rounded(pixel)] : [],
  );
};

/** Whether the plan is seen from below: then left and right have changed sides between the two. */
export const isMirrored = ({ pixelToGround }: GroundSolution, pixel: Point): boolean => {
  const [a, b, c] = [pixel, { x: pixel.x + 1, y: pixel.y }, { x: pixel.x, y: pixel.y + 1 }].map(
    (corner) => applyHomography(pixelToGround, corner),
  );
  if (a === undefined || b === undefined || c === undefined) return false;
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0;
};
