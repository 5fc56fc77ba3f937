import {
  type Alert,
  type CameraState,
  type Delta,
  type GridState,
  type PassageState,
  type Snapshot,
  toCellSteps,
  toTimestamp,
  type VenueDefinition,
  type ZoneForecast,
  type ZoneState,
} from '@throng/contract';
import { levelOfService, riskBand } from '@throng/crowd';

/** Cameras side by side, each over 50 m × 50 m: 2,500 cells of 1 m², and 25 zones of 100 m². */
export interface GroundSize {
  readonly across: number;
  readonly up: number;
}

/** 200 m × 100 m: 200 zones, 20,000 cells. */
export const LARGE: GroundSize = { across: 4, up: 2 };
/** 50 m × 50 m: 25 zones, 2,500 cells. */
export const SMALL: GroundSize = { across: 1, up: 1 };

export const countsOf = ({ across, up }: GroundSize) => ({
  zones: across * up * 25,
  cells: across * up * 2_500,
});

const BEGAN = Date.UTC(2026, 6, 4, 18, 0, 0);
const BANDS = { watch: 1.1, warning: 2.2, critical: 3.5, emergency: 5 } as const;
/** Seconds after which forecasts and flows are told anew, and those of the horizons. */
const RENEWED = 10;
const HORIZONS = [60, 120, 300, 600, 900] as const;

type Corner = [number, number];
const square = (x: number, y: number, size: number): Corner[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
];

const at = (second: number) => toTimestamp(BEGAN + Math.round(second * 1_000));

/** Persons/m² at a place: three crowds that wander. */
const densityAt = (x: number, y: number, second: number): number => {
  const crowd = (cx: number, cy: number) => 4.5 * Math.exp(-((x - cx) ** 2 + (y - cy) ** 2) / 800);
  const sway = 20 * Math.sin(second / 30);
  return 0.3 + crowd(40 + sway, 50) + crowd(110, 30 + sway) + crowd(165 - sway, 70);
};

const zoneState = (index: number, [x, y]: Corner, second: number): ZoneState => {
  const density = densityAt(x + 5, y + 5, second);
  return {
    zone: `zone-${index}`,
    coverage: 1,
    at: at(second),
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

const forecast = (index: number, [x, y]: Corner, second: number): ZoneForecast => {
  const horizons = HORIZONS.map((seconds) => {
    const density = densityAt(x + 5, y + 5, second + seconds);
    const bounds = { low80: density * 0.8, high80: density * 1.2 };
    return { seconds, density, ...bounds, low95: density * 0.7, high95: density * 1.3 };
  });
  const never = { expectedSeconds: null, earliestSeconds: null, latestSeconds: null };
  const passing = { limit: BANDS.warning, probability: 0.1, withinSeconds: 300, ...never };
  const density = densityAt(x + 5, y + 5, second);
  return {
    zone: `zone-${index}`,
    at: at(second),
    ahead: { density, horizons, passing },
    unknownBecause: null,
  };
};

const passageState = (index: number, second: number): PassageState => ({
  passage: `passage-${index}`,
  at: at(second),
  flow: { in: 30 + 20 * Math.sin(second / 60 + index), out: 20 },
  plannedPerMinute: 240,
  unknownBecause: null,
});

const gridState = (index: number, [originX, originY]: Corner, second: number): GridState => ({
  camera: `camera-${index}`,
  grid: {
    ...{ originX, originY, cellSize: 1, columns: 50, rows: 50 },
    cells: Array.from({ length: 2_500 }, (_, cell) =>
      toCellSteps(
        densityAt(originX + (cell % 50) + 0.5, originY + Math.floor(cell / 50) + 0.5, second),
      ),
    ),
  },
});

const cameraState = (index: number, second: number): CameraState => ({
  ...{ camera: `camera-${index}`, edge: 'box', state: 'live', fault: null },
  ...{ at: at(second), latency: null, health: null },
});

/** An alert of a zone; `cleared` says when it cleared, in seconds, where it has. */
const alertOf = (
  number: number,
  zone: string,
  since: number,
  cleared: number | null = null,
): Alert => ({
  id: `alert-${number}`,
  category: 'crowd',
  priority: number % 10 === 0 ? 'critical' : 'warning',
  state: cleared === null ? 'active' : 'cleared',
  raisedAt: at(since),
  changedAt: at(cleared ?? since),
  clearedAt: cleared === null ? null : at(cleared),
  reason: {
    ...{ kind: 'density', zone, density: 2.9, sigma: 0.2 },
    ...{ threshold: 2.2, persons: 290, coverage: 1, sustainedSeconds: 12, onDelaySeconds: 10 },
    ...{ clearsBelow: 1.98, offDelaySeconds: 30, trend: 0.3 },
  },
});

/** How long an alert of the turnover stands, seconds. */
const STANDS = 300;

/** What a server says of a ground on which everything changes each second. */
export const groundOf = (size: GroundSize) => {
  const places = (count: number, each: number): Corner[] =>
    Array.from({ length: count }, (_, index) => {
      const across = (size.across * 50) / each;
      return [(index % across) * each, Math.floor(index / across) * each];
    });
  const zones = places(size.across * size.up * 25, 10);
  const cameras = places(size.across * size.up, 50);
  const id = (place: Corner) =>
    `zone-${zones.findIndex(([x, y]) => x === place[0] && y === place[1])}`;
  const passages = zones.filter(([x]) => x % 50 > 0);
  const venue: VenueDefinition = {
    ...{ id: 'ground', name: 'Ground' },
    zones: zones.map(([x, y], index) => ({
      ...{ id: `zone-${index}`, name: `Zone ${index}`, kind: 'walkway' },
      polygon: square(x, y, 10),
    })),
    passages: passages.map(([x, y], index) => ({
      ...{ id: `passage-${index}`, name: `Passage ${index}`, width: 3 },
      ...{ from: id([x - 10, y]), to: id([x, y]) },
      line: [
        [x, y + 3],
        [x, y + 6],
      ],
    })),
    cameras: cameras.map(([x, y], index) => ({
      ...{ id: `camera-${index}`, name: `Camera ${index}`, edge: 'box' },
      area: square(x, y, 50),
    })),
  };
  const zoneOf = (number: number) => `zone-${number % zones.length}`;
  const lists = (second: number, isRenewed: boolean) => ({
    zones: zones.map((place, index) => zoneState(index, place, second)),
    ...(isRenewed
      ? {
          forecasts: zones.map((place, index) => forecast(index, place, second)),
          passages: passages.map((_, index) => passageState(index, second)),
        }
      : {}),
    cameras: cameras.map((_, index) => cameraState(index, second)),
    grids: cameras.map((place, index) => gridState(index, place, second)),
    edges: [],
  });
  return {
    /** With so many alerts standing. */
    snapshotAt: (sequence: number, second: number, alerts: number): Snapshot => ({
      ...{ type: 'snapshot', v: 1, sequence, at: at(second), venue },
      ...lists(second, true),
      alerts: Array.from({ length: alerts }, (_, number) =>
        alertOf(number, zoneOf(number), second - number),
      ),
    }),
    /** `turnover`: the alert of that number is raised, and the one before clears. */
    deltaAt: (sequence: number, second: number, turnover?: number): Delta => ({
      ...{ type: 'delta', v: 1, sequence, at: at(second) },
      ...lists(second, sequence % RENEWED === 0),
      alerts:
        turnover === undefined
          ? []
          : [
              alertOf(turnover, zoneOf(turnover), second),
              alertOf(turnover - 1, zoneOf(turnover - 1), second - STANDS, second),
            ],
    }),
  };
};
