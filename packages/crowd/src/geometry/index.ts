export { area, centroid, meanPoint, signedArea } from './area.js';
export { clipToBox, clipToHalfPlane, type HalfPlane } from './clip.js';
export { containsPoint, isOnBoundary, isStrictlyInside } from './contains-point.js';
export { intersection, intersectionArea } from './intersection.js';
export { isFlat } from './is-flat.js';
export { distance, isFinitePoint, orientation, type Point } from './point.js';
export { type BoundingBox, boundingBox, boxPolygon, edges, type Polygon } from './polygon.js';
export { type PolygonFault, polygonFault } from './polygon-fault.js';
export { isOnSegment, type Segment, segmentLength, segmentsIntersect } from './segment.js';
