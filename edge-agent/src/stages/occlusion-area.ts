import { type CameraPosition, distance, type Point } from '@throng/crowd';

/** Width of a body across the line of sight, metres. */
const BODY_WIDTH = 0.5;

/** Ground round a person on which a second one touches the first in any view, m². */
const BODY_ROOM = 0.4;

/**
 * The ground on which a second person hides behind, or merges with, one who stands at `point`,
 * as the camera sees it: A = 0.4 m² + 0.5 m · H·d/(h − H), where a person of height H at the
 * ground distance d casts a shadow of view H·d/(h − H) long from a lens of height h.
 *
 * With ρ persons/m² round about, ρ·A people are expected to hide each one: 0.6 at 1.5 persons/m²
 * straight below a camera, and at 0.13 persons/m² 30 m away from one that hangs 7 m high.
 */
export const occlusionArea = (point: Point, camera: CameraPosition, personHeight: number): number =>
  BODY_ROOM + (BODY_WIDTH * personHeight * distance(point, camera)) / (camera.z - personHeight);
