import { area, isStrictlyInside, type Point, type Polygon } from '../geometry/index.js';

/**
 * Classic density ρ = N/A, persons/m²: the persons in a measurement area, divided by its area
 * in m². Pass the walkable part of the area only.
 *
 * Counting convention: a person exactly on the boundary is outside, as in PedPy and JPSreport. To
 * share people out between zones that touch, count by `containsPoint` instead.
 * Source: Steffen, Seyfried, "Methods for measuring pedestrian density, flow, speed and direction
 * with minimal scatter", Physica A 389, 2010.
 *
 * @throws RangeError for a polygon without area.
 */
export const classicDensity = (points: readonly Point[], measurementArea: Polygon): number => {
  const squareMetres = area(measurementArea);
  if (!(squareMetres > 0)) throw new RangeError('The measurement area has no area.');
  return points.filter((point) => isStrictlyInside(measurementArea, point)).length / squareMetres;
};
