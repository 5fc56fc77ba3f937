import { toPoint } from '@throng/contract';
import {
  applyHomography,
  area,
  distance,
  groundErrorPerPixel,
  halfDiagonal,
  type Point,
  type Polygon,
} from '@throng/crowd';
import type { Calibration } from '../settings/calibration-settings.js';
import { calibrate } from '../stages/calibrate.js';
import { type GroundSolution, solveGround } from '../stages/solve-ground.js';
import { visibleGround } from '../stages/visible-ground.js';
import type { Assessment, ErrorAtDistance, LensAssessment, Unsolved } from './assessment.js';
import { clickError, errorModel } from './expected-error.js';
import { pixelOfPlace, placeOfPixel } from './ground-picture.js';
import { leaveOneOut, rmsPixelsOf, suspectPair } from './leave-one-out.js';
import { errorMapOver, groundGridLines, horizonOf, isMirrored } from './plan-overlay.js';
import { warningsOf } from './warnings.js';

export interface AssessmentRequest {
  readonly calibration: Calibration;
  /** The ground that the camera answers for. */
  readonly area: Polygon;
  /** Width of the frames that the models see, pixels. */
  readonly workingWidth: number;
}

/** Metres on the ground that one pixel of a working frame may span along the line of sight. */
const REACH_PER_PIXEL = 0.25;

const DISTANCES = [5, 10, 15, 20, 30, 40, 60];

const unsolved = (message: string): Unsolved => ({ ok: false, message });

/** √(0.25·h·f − h²): where (d² + h²)/(h·f) reaches 0.25 m per pixel. */
const reachOf = (height: number, focalPixels: number): number | null => {
  const squared = REACH_PER_PIXEL * height * focalPixels - height ** 2;
  return squared > 0 ? Math.sqrt(squared) : null;
};

/** The direction in which the camera looks over the ground: towards the middle of the lower picture. */
const ahead = (solution: GroundSolution, [width, height]: Calibration['imageSize']): Point => {
  const { camera } = solution;
  for (const share of [0.5, 0.65, 0.8, 0.95]) {
    const place = placeOfPixel(solution, { x: width / 2, y: height * share });
    const far = place && distance(place, camera);
    if (place !== undefined && far !== undefined && far > 0.1) {
      return { x: (place.x - camera.x) / far, y: (place.y - camera.y) / far };
    }
  }
  return { x: 0, y: 1 };
};

/** Degrees of the optical axis below the horizon, from where it meets the ground. */
const tiltOf = (
  { camera, pixelToGround }: GroundSolution,
  [width, height]: Calibration['imageSize'],
): number | null => {
  const axis = applyHomography(pixelToGround, { x: width / 2, y: height / 2 });
  if (axis === undefined) return null;
  return (Math.atan2(camera.z, distance(axis, camera)) * 180) / Math.PI;
};

const lensAssessment = ({ distortion, imageSize }: Calibration): LensAssessment | null => {
  if (distortion === undefined) return null;
  const [width, height] = imageSize;
  const diagonal = halfDiagonal({ width, height });
  const s = (diagonal / (distortion.unitPixels ?? diagonal)) ** 2;
  const { k1, k2 = 0, k3 = 0 } = distortion;
  return { k1, k2, cornerPixels: diagonal * (k1 * s + k2 * s ** 2 + k3 * s ** 3) };
};

/** Points above the horizon that the rest implies, or a plan seen from below: no ground at all. */
const faultOf = (calibration: Calibration, solution: GroundSolution): string | undefined => {
  const beyond = calibration.pairs.findIndex(
    ({ pixel: [x, y] }) => placeOfPixel(solution, { x, y }) === undefined,
  );
  if (beyond >= 0) {
    return `Pair ${beyond + 1} lies above the horizon that the others imply: mark points on the ground, and check this one.`;
  }
  const [first] = calibration.pairs;
  const inside = first && { x: first.pixel[0], y: first.pixel[1] };
  return inside && isMirrored(solution, inside)
    ? 'The plan is mirrored: going round the marks runs the other way in the picture than on the plan. Check that y points up on the plan, and that no two marks are exchanged.'
    : undefined;
};

const pairsOf = (calibration: Calibration, solution: GroundSolution, rmsPixels: number) => {
  const unseen = solution.method === 'pairs' ? leaveOneOut(calibration) : [];
  const suspect = suspectPair(calibration, rmsPixels, unseen);
  const pairs = solution.pairErrors.map((residualMetres, index) => {
    const found = unseen[index]?.metres;
    const unseenMetres = found !== undefined && Number.isFinite(found) ? found : null;
    return { residualMetres, unseenMetres, isSuspect: index === suspect };
  });
  return { suspect, pairs };
};

/** All that a calibration amounts to, or why it is none. Pure: what it says follows from the marks. */
export const assessCalibration = (request: AssessmentRequest): Assessment | Unsolved => {
  const { calibration } = request;
  const { imageSize } = calibration;
  const [width, height] = imageSize;
  const solved = solveGround(calibration);
  if (!solved.ok) return unsolved(solved.message);
  const solution = solved.value;
  const fault = faultOf(calibration, solution);
  if (fault !== undefined) return unsolved(fault);
  const projection = calibrate(calibration, { width, height });
  if (!projection.ok) return unsolved(projection.message);

  const rmsPixels = rmsPixelsOf(calibration, solution);
  const { pairs, suspect } = pairsOf(calibration, solution, rmsPixels);
  const errorAt = errorModel(calibration, solution, clickError(calibration, rmsPixels));
  const { camera, focalPixels } = solution;
  const view = visibleGround(request.area, projection.value, { width, height });
  const direction = ahead(solution, imageSize);
  const errors = DISTANCES.flatMap((metres): ErrorAtDistance[] => {
    if (focalPixels === undefined) return [];
    const place = { x: camera.x + metres * direction.x, y: camera.y + metres * direction.y };
    const seen = pixelOfPlace(solution, place);
    const isShown = seen && seen.y >= 0 && seen.y <= height && seen.x >= 0 && seen.x <= width;
    if (!isShown) return [];
    const { lateral, radial } = groundErrorPerPixel(metres, camera.z, focalPixels);
    const expectedMetres = errorAt(place);
    return Number.isFinite(expectedMetres)
      ? [{ distance: metres, radialPerPixel: radial, lateralPerPixel: lateral, expectedMetres }]
      : [];
  });
  const errorMap = errorMapOver(view, errorAt);
  const [seenArea, wholeArea] = [area(view), area(request.area)];
  const compared = (given: readonly { metres: number }[] = [], found: readonly number[]) =>
    given.map(({ metres }, index) => ({ metres, foundMetres: metres + (found[index] ?? 0) }));
  return {
    ok: true,
    method: solution.method,
    pairs,
    lengths: compared(calibration.lengths, solution.lengthErrors),
    standing: compared(calibration.standing, solution.standingErrors),
    rmsMetres: solution.rmsErrorMetres,
    rmsPixels,
    camera: {
      x: camera.x,
      y: camera.y,
      height: camera.z,
      isMeasured:
        calibration.cameraPosition !== undefined || calibration.cameraHeight !== undefined,
      focalPixels: focalPixels ?? null,
      fieldOfView:
        focalPixels === undefined
          ? null
          : (2 * Math.atan(width / (2 * focalPixels)) * 180) / Math.PI,
      tilt: tiltOf(solution, imageSize),
    },
    horizon: horizonOf(solution, imageSize),
    reachMetres:
      focalPixels === undefined
        ? null
        : reachOf(camera.z, (focalPixels * Math.min(width, request.workingWidth)) / width),
    errors,
    lens: lensAssessment(calibration),
    warnings: warningsOf({
      calibration,
      solution,
      rmsPixels,
      suspect,
      worstMetres: Math.max(0, ...errorMap.cells.map(({ metres }) => metres)),
      seenArea,
      wholeArea,
    }),
    seenArea,
    wholeArea,
    grid: groundGridLines(solution, view, imageSize),
    errorMap,
    view,
  };
};

/** The camera's area of a venue as a polygon; nothing where the venue does not know the camera. */
export const areaOf = (ring: readonly [number, number][] = []): Polygon => ring.map(toPoint);
