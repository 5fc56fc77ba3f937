export type { CameraPosition } from './camera-position.js';
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
export type { HomographyFailure, PointPair } from './point-pair.js';
