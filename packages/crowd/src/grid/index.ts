export { cellCoverage } from './cell-coverage.js';
export {
  cellBox,
  cellCentre,
  cellCount,
  cellIndexAt,
  cellPolygon,
  type GroundGrid,
  gridOver,
} from './ground-grid.js';
