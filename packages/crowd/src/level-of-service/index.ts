export type { Colour } from './colour.js';
export { type DensityScaleStop, densityColour, densityScaleStops } from './density-colour.js';
export {
  type LevelLimit,
  type LevelOfService,
  levelLimits,
  levelOfService,
} from './level-of-service.js';
export {
  type AlertBands,
  defaultAlertBands,
  type RiskBand,
  riskBand,
  riskBands,
} from './risk-band.js';
export { riskColour } from './risk-colour.js';
export { type ZoneKind, zoneKinds } from './zone-kind.js';
