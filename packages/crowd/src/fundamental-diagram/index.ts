export { doorCapacity, doorSpecificFlow } from './door-capacity.js';
export {
  type SfpeSurface,
  sfpeJamDensity,
  sfpeSpecificFlow,
  sfpeSpeed,
  sfpeSpeedCoefficients,
} from './sfpe.js';
export {
  weidmannFreeSpeed,
  weidmannJamDensity,
  weidmannSpecificFlow,
  weidmannSpeed,
} from './weidmann.js';
