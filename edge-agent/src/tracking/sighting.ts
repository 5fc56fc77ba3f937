import { distance, groundErrorPerPixel, type Point } from '@throng/crowd';
import { type Box, type Detection, suppressNonMaxima } from '@throng/inference';
import { footPlace } from '../stages/calibrate.js';
import type { CameraView } from '../stages/camera-view.js';

/** One person, seen in one frame. */
export interface Sighting {
  /** Where the person stands, metres. */
  readonly place: Point;
  /** Standard deviation of `place` along each axis, metres. */
  readonly sigma: number;
  readonly box: Box;
  /** Confidence of the detector, 0 to 1. */
  readonly score: number;
}

/** Metres from the ground to the upper edge of a person's box. */
const STATURE = 1.72;

/** Share of a box's height by which its edges jump from frame to frame. */
const EDGE_JITTER = 0.04;

/** Metres by which a head sways about a straight walk. */
const SWAY = 0.15;

/** Boxes that overlap more are one person found twice, who must not be followed twice. */
const SAME_PERSON = 0.5;

/**
 * Where somebody stands, from the upper edge of the box: what hides people hides their feet first,
 * and the lower edge of a half-hidden person is metres too far. A point of height H seen at the
 * ground point g stands at c + (g − c)·(1 − H/h), with c the foot point of a lens of height h. A
 * box that the picture's upper border cuts is placed by its feet.
 */
const standingPlace = (
  { bottom, left, right, top }: Box,
  { projection }: Pick<CameraView, 'projection'>,
): Point | undefined => {
  const x = (left + right) / 2;
  const { x: cx, y: cy, z } = projection.cameraPosition;
  if (top <= 1 || z <= STATURE) return footPlace(projection, { x, y: bottom });
  const seen = footPlace(projection, { x, y: top });
  const share = 1 - STATURE / z;
  return seen && { x: cx + (seen.x - cx) * share, y: cy + (seen.y - cy) * share };
};

/**
 * Detections on the ground, each with the error that its distance makes: a pixel is
 * (d² + h²)/(h·f) metres along the line of sight, and the edge of a box jumps with its height.
 *
 * @param focalPixels focal length of the working frame, pixels.
 */
export const toSightings = (
  detections: readonly Detection[],
  view: Pick<CameraView, 'projection'>,
  focalPixels: number,
): Sighting[] =>
  suppressNonMaxima(detections, SAME_PERSON).flatMap((box) => {
    const place = standingPlace(box, view);
    if (place === undefined) return [];
    const { cameraPosition } = view.projection;
    const away = distance(place, cameraPosition);
    const { radial } = groundErrorPerPixel(away, cameraPosition.z, focalPixels);
    const jump = EDGE_JITTER * (box.bottom - box.top) * radial;
    return [{ place, sigma: Math.hypot(SWAY, jump), box, score: box.score }];
  });
