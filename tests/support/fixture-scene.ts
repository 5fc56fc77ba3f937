import {
  type Alert,
  type CameraDefinition,
  type CameraState,
  type DensityGrid,
  type EdgeState,
  type PassageState,
  toCellSteps,
  toPolygon,
  toTimestamp,
  type ZoneDefinition,
  type ZoneForecast,
  type ZoneState,
} from '@throng/contract';
import {
  area,
  cellCentre,
  cellCount,
  containsPoint,
  defaultAlertBands,
  gridOver,
  intersectionArea,
  levelOfService,
  type Point,
  riskBand,
} from '@throng/crowd';
import { fixtureAlerts, fixtureForecast, fixtureLimits } from './fixture-alerts.js';
import { fixturePassages } from './fixture-passages.js';
import { fixtureVenue } from './fixture-venue.js';

/** `busy`: one gate overfull, two devices ill. `calm`: everything seen, nobody in danger. */
export type Scenario = 'busy' | 'calm';

export const EVENING = Date.UTC(2026, 6, 4, 17, 40, 0);

/** Everything that the server would tell of one second of the made-up evening. */
export interface Scene {
  readonly zones: ZoneState[];
  readonly forecasts: ZoneForecast[];
  readonly passages: PassageState[];
  readonly cameras: CameraState[];
  readonly edges: EdgeState[];
  readonly grids: { camera: string; grid: DensityGrid | null }[];
  readonly alerts: Alert[];
}

const brokenCameras: Readonly<Record<Scenario, readonly string[]>> = {
  busy: ['cam-5', 'cam-9'],
  calm: [],
};

const isBrokenIn =
  (scenario: Scenario) =>
  (camera: string): boolean =>
    brokenCameras[scenario].includes(camera);

/** The zones alone: quick enough for a record of hours. */
export const zonesAt = (second: number, scenario: Scenario): ZoneState[] =>
  fixtureVenue.zones.map((zone) => ({
    ...zoneAt(zone, second, scenario, isBrokenIn(scenario)),
    ...(zone.id === 'east-stairs' ? { limits: fixtureLimits } : {}),
  }));

export const sceneAt = (second: number, scenario: Scenario): Scene => {
  const isBroken = isBrokenIn(scenario);
  return {
    zones: zonesAt(second, scenario),
    forecasts:
      scenario === 'calm'
        ? []
        : (['gate-b', 'standing'] as const).map((zone) => fixtureForecast(EVENING, second, zone)),
    passages: fixturePassages(EVENING + second * 1_000, scenario === 'busy' ? 1 : 0.3),
    cameras: fixtureVenue.cameras.map((camera) => cameraAt(camera, second, isBroken(camera.id))),
    edges: ['edge-north', 'edge-south'].map((edge) => edgeAt(edge, second)),
    grids: fixtureVenue.cameras.map((camera) => ({
      camera: camera.id,
      grid: isBroken(camera.id) ? null : gridAt(camera, second, scenario),
    })),
    alerts: scenario === 'calm' ? [] : fixtureAlerts(EVENING),
  };
};

/** Persons/m² at a place: each blob is a crowd round a point, the busiest of them before Gate B. */
const densityAt = ({ x, y }: Point, second: number, scenario: Scenario): number => {
  const strength = scenario === 'busy' ? 1 : 0.3;
  const sway = Math.sin(second / 20) * 2;
  const blob = (cx: number, cy: number, radius: number, peak: number) =>
    peak * Math.exp(-((x - cx) ** 2 + (y - cy) ** 2) / (2 * radius ** 2));
  return (
    strength *
    (0.15 +
      blob(46, 19, 8, 6.2) +
      blob(16 + sway, 18, 7, 2.4) +
      blob(76, 17, 6, 1.2) +
      blob(46, 29, 16, 1.7) +
      blob(52, 44 + sway, 15, 4.4) +
      blob(108, 36, 6, 2.3))
  );
};

const gridAt = (camera: CameraDefinition, second: number, scenario: Scenario): DensityGrid => {
  const frame = gridOver(toPolygon(camera.area), 2);
  const zones = fixtureVenue.zones.map(({ polygon }) => toPolygon(polygon));
  return {
    originX: frame.origin.x,
    originY: frame.origin.y,
    cellSize: frame.cellSize,
    columns: frame.columns,
    rows: frame.rows,
    cells: Array.from({ length: cellCount(frame) }, (_, index) => {
      const centre = cellCentre(frame, index);
      const isWalkable = zones.some((zone) => containsPoint(zone, centre));
      return isWalkable ? toCellSteps(densityAt(centre, second, scenario)) : null;
    }),
  };
};

const zoneAt = (
  { id, kind, polygon: ring, bands }: ZoneDefinition,
  second: number,
  scenario: Scenario,
  isBroken: (camera: string) => boolean,
): ZoneState => {
  const polygon = toPolygon(ring);
  const size = area(polygon);
  const behind = fixtureVenue.cameras.map((camera) => ({
    id: camera.id,
    polygon: toPolygon(camera.area),
    shared: intersectionArea(polygon, toPolygon(camera.area)),
  }));
  const seen = behind.filter((camera) => camera.shared > 0 && !isBroken(camera.id));
  const coverage = Math.min(1, seen.reduce((sum, { shared }) => sum + shared, 0) / size);
  const isCovered = behind.some(({ shared }) => shared > 0);
  if (coverage === 0) {
    const at = isCovered ? toTimestamp(EVENING - 34_000) : null;
    return {
      zone: id,
      coverage,
      at,
      reading: null,
      unknownBecause: isCovered ? 'stale' : 'no-camera',
    };
  }
  const frame = gridOver(polygon, 2);
  const cells = Array.from({ length: cellCount(frame) }, (_, index) => cellCentre(frame, index))
    .filter((centre) => containsPoint(polygon, centre))
    .filter((centre) => seen.some((camera) => containsPoint(camera.polygon, centre)))
    .map((centre) => densityAt(centre, second, scenario))
    .sort((a, b) => a - b);
  const density = cells.reduce((sum, value) => sum + value, 0) / cells.length;
  const persons = density * size * coverage;
  return {
    zone: id,
    coverage,
    at: toTimestamp(EVENING + second * 1_000),
    reading: {
      persons,
      sigma: Math.sqrt((0.08 * persons) ** 2 + persons),
      density,
      densityP95: cells[Math.floor(cells.length * 0.95)] ?? density,
      levelOfService: levelOfService(kind, density),
      band: riskBand(density, bands ?? defaultAlertBands(kind)),
      trend: id === 'gate-b' ? 0.4 : id === 'standing' ? -0.2 : 0,
    },
    unknownBecause: coverage < 0.995 ? 'camera-fault' : null,
  };
};

const cameraAt = (
  { id, edge }: CameraDefinition,
  second: number,
  broken: boolean,
): CameraState => ({
  camera: id,
  edge,
  state: broken ? (id === 'cam-5' ? 'faulty' : 'stale') : 'live',
  fault: broken && id === 'cam-5' ? 'no-signal' : null,
  at: toTimestamp(broken ? EVENING - 34_000 : EVENING + second * 1_000),
  latency: broken ? null : { p50: 210, p95: 380 },
  health: {
    camera: id,
    state: broken ? 'faulty' : 'running',
    framesPerSecond: broken ? 0 : 5,
    frames: { captured: 9_000, processed: 8_990, superseded: 10, failed: 0 },
    reconnects: broken ? 3 : 0,
    calibrationError: 0.2,
  },
});

const edgeAt = (edge: string, second: number): EdgeState => ({
  edge,
  status: 'online',
  clockSkew: edge === 'edge-north' ? 0.8 : 0,
  health: {
    v: 1,
    venue: fixtureVenue.id,
    edge,
    bootId: '0123456789abcdef',
    at: toTimestamp(EVENING + second * 1_000),
    startedAt: toTimestamp(EVENING - 3_600_000),
    version: '0.1.0',
    models: { person: 'yolox-nano', density: 'throng-density-s', provider: 'cpu' },
    queue: { waiting: 0, dropped: 0 },
    memoryMegabytes: 412,
  },
});
