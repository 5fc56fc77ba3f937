export { classicDensity } from './classic-density.js';
export { voronoiCells } from './voronoi-cells.js';
export { voronoiDensity } from './voronoi-density.js';
