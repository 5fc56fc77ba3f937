import {
  area,
  boundingBox,
  intersectionArea,
  type Point,
  type Polygon,
} from '../geometry/index.js';
import { voronoiCells } from './voronoi-cells.js';

/**
 * Voronoi density ρ = Σ |Aᵢ ∩ M| / |Aᵢ| / |M|, persons/m²: each person is spread evenly over
 * their cell Aᵢ, and what falls into the measurement area M counts. It has little of the classic
 * density's scatter, for a person no longer enters as a whole.
 *
 * Cells are bounded by the walkable area alone (no cut-off radius). Persons outside it do not count.
 * Source: Steffen, Seyfried, Physica A 389, 2010; PedPy, `compute_voronoi_density`.
 *
 * @throws RangeError for a measurement area without area.
 */
export const voronoiDensity = (
  persons: readonly Point[],
  measurementArea: Polygon,
  walkable: Polygon,
): number => {
  const squareMetres = area(measurementArea);
  if (!(squareMetres > 0)) throw new RangeError('The measurement area has no area.');
  const cells = voronoiCells(persons, walkable, boundingBox(measurementArea));
  const counted = cells.map((cell) =>
    cell === undefined ? 0 : intersectionArea(cell, measurementArea) / area(cell),
  );
  return counted.reduce((sum, share) => sum + share, 0) / squareMetres;
};
