export {
  holdingCapacity,
  largeFloor,
  largeFloorCapacity,
  standingDensity,
} from './holding-capacity.js';
export {
  entryCapacity,
  entryPoint,
  exitCapacity,
  exitFlowPerMinute,
  usualEgressMinutes,
  type WaySurface,
} from './way-capacity.js';
