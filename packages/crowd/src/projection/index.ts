export type { CameraPosition } from './camera-position.js';
export {
  distortionFromPairs,
  type PairDistortion,
  type PairDistortionResult,
} from './distortion-from-pairs.js';
export {
  type CameraEstimate,
  estimateCameraPosition,
  type ImageSize,
} from './estimate-camera-position.js';
export {
  estimateHomography,
  type HomographyEstimate,
  type HomographyFit,
} from './estimate-homography.js';
export { fitPinhole, type PinholeEstimate, type PinholeFit } from './fit-pinhole.js';
export { type GroundError, groundErrorPerPixel } from './ground-error.js';
export { headPlaneHomography, headToFoot, meanHeadHeight } from './head-plane.js';
export {
  applyHomography,
  composeHomographies,
  type Homography,
  invertHomography,
  jacobianDeterminant,
  orientHomography,
  projectPolygon,
} from './homography.js';
export {
  halfDiagonal,
  type Lens,
  type LensDistortion,
  makeLens,
  noLens,
} from './lens-distortion.js';
export type { Pinhole } from './pinhole.js';
export type { GroundLength, PinholeEvidence, StandingHeight } from './pinhole-evidence.js';
export type { HomographyFailure, PointPair } from './point-pair.js';
export {
  type LineStraightening,
  type LineStraighteningResult,
  straightenLines,
} from './straighten-lines.js';
