import {
  type Alert,
  type CameraState,
  type Delta,
  type GridState,
  type Snapshot,
  toCellSteps,
  toTimestamp,
  type VenueDefinition,
  type ZoneState,
} from '@throng/contract';
import { levelOfService, riskBand } from '@throng/crowd';

/** A ground of 200 m × 100 m: 200 zones of 100 m² each, and 8 cameras of 2,500 cells of 1 m² each. */
export const SIZE = { zones: 200, cells: 20_000, alerts: 200 } as const;

const BEGAN = Date.UTC(2026, 6, 4, 18, 0, 0);
const BANDS = { watch: 1.1, warning: 2.2, critical: 3.5, emergency: 5 } as const;

type Corner = [number, number];
const square = (x: number, y: number, size: number): Corner[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
];

const zones = Array.from({ length: SIZE.zones }, (_, index) => ({
  id: `zone-${index}`,
  name: `Zone ${index}`,
  kind: 'walkway' as const,
  polygon: square((index % 20) * 10, Math.floor(index / 20) * 10, 10),
}));

const cameras = Array.from({ length: 8 }, (_, index) => ({
  id: `camera-${index}`,
  name: `Camera ${index}`,
  edge: 'box',
  area: square((index % 4) * 50, Math.floor(index / 4) * 50, 50),
}));

const venue: VenueDefinition = { id: 'ground', name: 'Ground', zones, passages: [], cameras };

/** Persons/m² at a place: three crowds that wander. */
const densityAt = (x: number, y: number, second: number): number => {
  const crowd = (cx: number, cy: number) => 4.5 * Math.exp(-((x - cx) ** 2 + (y - cy) ** 2) / 800);
  const sway = 20 * Math.sin(second / 30);
  return 0.3 + crowd(40 + sway, 50) + crowd(110, 30 + sway) + crowd(165 - sway, 70);
};

const zoneAt = (index: number, second: number): ZoneState => {
  const density = densityAt((index % 20) * 10 + 5, Math.floor(index / 20) * 10 + 5, second);
  return {
    zone: `zone-${index}`,
    coverage: 1,
    at: toTimestamp(BEGAN + second * 1_000),
    reading: {
      persons: density * 100,
      sigma: 5,
      density,
      densityP95: density * 1.3,
      levelOfService: levelOfService('walkway', density),
      band: riskBand(density, BANDS),
      trend: 0.2 * Math.cos(second / 30),
    },
    unknownBecause: null,
  };
};

const gridAt = (index: number, second: number): GridState => {
  const [originX, originY] = [(index % 4) * 50, Math.floor(index / 4) * 50];
  return {
    camera: `camera-${index}`,
    grid: {
      ...{ originX, originY, cellSize: 1, columns: 50, rows: 50 },
      cells: Array.from({ length: 2_500 }, (_, cell) =>
        toCellSteps(
          densityAt(originX + (cell % 50) + 0.5, originY + Math.floor(cell / 50) + 0.5, second),
        ),
      ),
    },
  };
};

const cameraAt = (index: number, second: number): CameraState => ({
  ...{ camera: `camera-${index}`, edge: 'box', state: 'live', fault: null },
  ...{ at: toTimestamp(BEGAN + second * 1_000), latency: null, health: null },
});

/** An alert of a zone; `cleared` says when it cleared, in seconds, where it has. */
const alertOf = (number: number, since: number, cleared: number | null = null): Alert => ({
  id: `alert-${number}`,
  category: 'crowd',
  priority: number % 10 === 0 ? 'critical' : 'warning',
  state: cleared === null ? 'active' : 'cleared',
  raisedAt: toTimestamp(BEGAN + since * 1_000),
  changedAt: toTimestamp(BEGAN + (cleared ?? since) * 1_000),
  clearedAt: cleared === null ? null : toTimestamp(BEGAN + cleared * 1_000),
  reason: {
    ...{ kind: 'density', zone: `zone-${number % SIZE.zones}`, density: 2.9, sigma: 0.2 },
    ...{ threshold: 2.2, persons: 290, coverage: 1, sustainedSeconds: 12, onDelaySeconds: 10 },
    ...{ clearsBelow: 1.98, offDelaySeconds: 30, trend: 0.3 },
  },
});

const listsAt = (second: number) => ({
  zones: zones.map((_, index) => zoneAt(index, second)),
  cameras: cameras.map((_, index) => cameraAt(index, second)),
  grids: cameras.map((_, index) => gridAt(index, second)),
});

export const snapshotAt = (sequence: number, second: number, alerts: number): Snapshot => ({
  ...{ type: 'snapshot', v: 1, sequence, at: toTimestamp(BEGAN + second * 1_000), venue },
  ...listsAt(second),
  edges: [],
  alerts: Array.from({ length: alerts }, (_, number) => alertOf(number, second - number)),
});

/** All zones, cells and cameras as of a second. `turnover`: one alert is raised, the one before clears. */
export const deltaAt = (sequence: number, second: number, turnover?: number): Delta => ({
  ...{ type: 'delta', v: 1, sequence, at: toTimestamp(BEGAN + second * 1_000) },
  ...listsAt(second),
  edges: [],
  alerts:
    turnover === undefined
      ? []
      : [alertOf(turnover, second), alertOf(turnover - 1, second - 300, second)],
});
