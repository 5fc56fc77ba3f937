import { cellIndexAt, containsPoint, type Point } from '@throng/crowd';
import type { CameraView } from '../stages/camera-view.js';
import type { ErrorSample } from './fit-errors.js';

/** Cells along a side of the squares on which errors are looked at. */
const SIDE = 3;

/** A square of which the camera owns less, m², tells nothing. */
const LEAST_GROUND = 4;

/** Persons per ground cell, of those who stand on ground that the camera owns and sees. */
export const trueCells = (people: readonly Point[], view: CameraView): Float64Array => {
  const cells = new Float64Array(view.ownedArea.length);
  for (const person of people) {
    const cell = containsPoint(view.ground, person) ? cellIndexAt(view.grid, person) : undefined;
    if (cell !== undefined) cells[cell] = (cells[cell] ?? 0) + 1;
  }
  return cells;
};

/** The cells of each square of 3 × 3. */
const squaresOf = ({ grid, ownedArea }: CameraView): number[][] => {
  const squares = new Map<number, number[]>();
  ownedArea.forEach((ground, cell) => {
    if (ground === 0) return;
    const [row, column] = [Math.floor(cell / grid.columns), cell % grid.columns];
    const square = Math.floor(row / SIDE) * grid.columns + Math.floor(column / SIDE);
    squares.set(square, [...(squares.get(square) ?? []), cell]);
  });
  return [...squares.values()];
};

/** A sample that nobody has weighed yet. */
export type UnweighedSample = Omit<ErrorSample, 'weight'>;

/** How one source counted the squares of 3 × 3 cells of a frame, and the view as a whole. */
export const gatherSamples = (
  counted: Float64Array,
  truth: Float64Array,
  view: CameraView,
): { readonly squares: UnweighedSample[]; readonly whole: UnweighedSample[] } => {
  const sampleOf = (cells: readonly number[]): UnweighedSample[] => {
    const over = (value: (cell: number) => number): number =>
      cells.reduce((sum, cell) => sum + value(cell), 0);
    const squareMetres = over((cell) => view.ownedArea[cell] ?? 0);
    if (squareMetres < LEAST_GROUND) return [];
    const average = (of: Float64Array): number =>
      over((cell) => (of[cell] ?? 0) * (view.ownedArea[cell] ?? 0)) / squareMetres;
    const people = over((cell) => truth[cell] ?? 0);
    const hiding = (people / squareMetres) * average(view.occlusion);
    return [
      {
        place: { hiding, pixels: average(view.personHeight) },
        counted: over((cell) => counted[cell] ?? 0),
        truth: people,
        squareMetres,
      },
    ];
  };
  const squares = squaresOf(view);
  return { squares: squares.flatMap(sampleOf), whole: sampleOf(squares.flat()) };
};
