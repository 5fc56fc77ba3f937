import {
  type Coordinates,
  fail,
  type Identifier,
  LIMITS,
  ok,
  type Result,
  toPolygon,
  type ZoneDefinition,
} from '@throng/contract';
import {
  type AlertBands,
  area,
  boundingBox,
  cellCentre,
  cellCoverage,
  defaultAlertBands,
  type GroundGrid,
  gridOver,
  intersection,
  type Polygon,
} from '@throng/crowd';
import type { PictureSize } from '@throng/inference';
import type { Calibration } from '../settings/calibration-settings.js';
import { calibrate, type Projection } from './calibrate.js';
import { type DensityProjection, makeDensityProjection } from './density-projection.js';
import { occlusionArea } from './occlusion-area.js';
import { personHeight } from './person-height.js';
import { visibleGround } from './visible-ground.js';
import { workingSize } from './working-size.js';

/** What one camera can say of one zone. */
export interface ZoneView {
  readonly zone: Identifier;
  /** Where its alert bands begin, persons/m². */
  readonly bands: AlertBands;
  /** Square metres of the zone that the camera owns and sees. */
  readonly area: number;
  /** Per ground cell: the share of its owned ground that belongs to the zone. */
  readonly share: Float64Array;
}

/** Everything that follows from a camera's calibration and its place in the venue, made once. */
export interface CameraView {
  readonly camera: Identifier;
  readonly size: PictureSize;
  readonly projection: Projection;
  /** The ground that the camera owns and sees. */
  readonly ground: Polygon;
  readonly grid: GroundGrid;
  /** Per ground cell: square metres that the camera owns and sees. */
  readonly ownedArea: Float64Array;
  /** Per ground cell: the ground that a person standing there hides, m². */
  readonly occlusion: Float64Array;
  /** Per ground cell: how tall a person standing there is in a working frame, pixels. */
  readonly personHeight: Float64Array;
  readonly zones: readonly ZoneView[];
  readonly density: DensityProjection;
}

export interface CameraViewRequest {
  readonly camera: Identifier;
  readonly area: readonly Coordinates[];
  readonly zones: readonly ZoneDefinition[];
  readonly calibration: Calibration;
  readonly width: number;
  readonly cellSize: number;
}

/** Square metres below which a strip of a zone tells nothing of it. */
const LEAST_ZONE_AREA = 1;

/** A grid on whole multiples of the cell size, so that the grids of neighbours meet. */
const alignedGrid = (ground: Polygon, cellSize: number): GroundGrid => {
  const { minX, minY, maxX, maxY } = boundingBox(ground);
  const down = (value: number): number => Math.floor(value / cellSize + 1e-9) * cellSize;
  return gridOver({ minX: down(minX), minY: down(minY), maxX, maxY }, cellSize);
};

const zoneView = (
  { bands, id, kind, polygon }: ZoneDefinition,
  request: CameraViewRequest,
  grid: GroundGrid,
  owned: Float64Array,
  see: (ground: Polygon) => Polygon,
): ZoneView => {
  const parts = intersection(toPolygon(polygon), toPolygon([...request.area])).map(see);
  const share = new Float64Array(owned.length);
  for (const part of parts) {
    cellCoverage(grid, part).forEach((covered, cell) => {
      const whole = owned[cell] ?? 0;
      if (covered > 0 && whole > 0) {
        share[cell] = Math.min(1, (share[cell] ?? 0) + covered / whole);
      }
    });
  }
  return {
    zone: id,
    bands: bands ?? defaultAlertBands(kind),
    area: parts.reduce((sum, part) => sum + area(part), 0),
    share,
  };
};

/** Joins calibration and venue; refuses what could only give wrong numbers, with the remedy. */
export const makeCameraView = (
  request: CameraViewRequest,
): Result<CameraView, 'not-calibrated'> => {
  const { calibration, cellSize } = request;
  const [width, height] = calibration.imageSize;
  const size = workingSize({ width, height }, request.width);
  const calibrated = calibrate(calibration, size);
  if (!calibrated.ok) return calibrated;
  const projection = calibrated.value;
  const see = (ground: Polygon): Polygon => visibleGround(ground, projection, size);
  const ground = see(toPolygon([...request.area]));
  if (!(area(ground) >= LEAST_ZONE_AREA)) {
    return fail(
      'not-calibrated',
      `by its calibration "${request.camera}" sees none of its own area; check the pairs, and the camera's area in the venue`,
    );
  }
  const grid = alignedGrid(ground, cellSize);
  const owned = cellCoverage(grid, ground);
  return ok({
    camera: request.camera,
    size,
    projection,
    ground,
    grid,
    ownedArea: owned.map((share) => share * cellSize ** 2),
    occlusion: owned.map((_, cell) =>
      occlusionArea(cellCentre(grid, cell), projection.cameraPosition, calibration.headHeight),
    ),
    personHeight: owned.map((_, cell) => personHeight(cellCentre(grid, cell), projection)),
    zones: request.zones
      .map((zone) => zoneView(zone, request, grid, owned, see))
      .filter((zone) => zone.area >= LEAST_ZONE_AREA)
      .slice(0, LIMITS.zonesPerCamera),
    density: makeDensityProjection(size, projection, grid, owned),
  });
};
