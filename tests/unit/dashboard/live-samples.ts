import type {
  Alert,
  Delta,
  Snapshot,
  VenueDefinition,
  ZoneForecast,
  ZoneState,
} from '@throng/contract';
import { fromSnapshot, type Picture } from '../../../dashboard/src/state/picture.js';

/** Short of the venue's measures: two zones side by side, each under its own camera. */
export const venue: VenueDefinition = {
  id: 'hall',
  name: 'Hall',
  zones: [
    {
      id: 'gate',
      name: 'Gate',
      kind: 'queue',
      polygon: [
        [0, 0],
        [10, 0],
        [10, 10],
        [0, 10],
      ],
    },
    {
      id: 'stage',
      name: 'Stage',
      kind: 'viewing',
      polygon: [
        [10, 0],
        [20, 0],
        [20, 10],
        [10, 10],
      ],
    },
  ],
  passages: [
    {
      id: 'door-1',
      name: 'Gate B',
      from: 'outside',
      to: 'gate',
      line: [
        [0, 2],
        [0, 8],
      ],
    },
    {
      id: 'door-2',
      name: 'Door D2',
      from: 'gate',
      to: 'stage',
      line: [
        [10, 2],
        [10, 8],
      ],
    },
  ],
  cameras: [
    {
      id: 'left',
      name: 'Left mast',
      edge: 'box',
      area: [
        [0, 0],
        [10, 0],
        [10, 10],
        [0, 10],
      ],
    },
    {
      id: 'right',
      name: 'Right mast',
      edge: 'box',
      area: [
        [10, 0],
        [16, 0],
        [16, 10],
        [10, 10],
      ],
    },
  ],
};

export const AT = '2026-07-04T19:30:00.000Z';
export const EVENT = Date.parse(AT);

export const measured = (
  zone: string,
  density = 1,
  change: Partial<ZoneState> = {},
): ZoneState => ({
  zone,
  coverage: 1,
  at: AT,
  reading: {
    persons: density * 100,
    sigma: 4,
    density,
    densityP95: density * 1.5,
    levelOfService: 'B',
    band: 'normal',
    trend: 0,
  },
  unknownBecause: null,
  ...change,
});

export const unknown = (zone: string): ZoneState => ({
  zone,
  coverage: 0,
  at: '2026-07-04T19:29:26.000Z',
  reading: null,
  unknownBecause: 'stale',
});

export const banded = (
  zone: string,
  band: NonNullable<ZoneState['reading']>['band'],
  trend: number | null = 0,
): ZoneState => {
  const state = measured(zone);
  return { ...state, reading: state.reading && { ...state.reading, band, trend } };
};

const nothing = { zones: [], cameras: [], edges: [], grids: [], alerts: [] };

export const snapshot = (change: Partial<Snapshot> = {}): Snapshot => ({
  type: 'snapshot',
  v: 1,
  sequence: 0,
  at: AT,
  venue,
  ...nothing,
  zones: [measured('gate'), measured('stage')],
  ...change,
});

export const delta = (sequence: number, change: Partial<Delta> = {}): Delta => ({
  type: 'delta',
  v: 1,
  sequence,
  at: AT,
  ...nothing,
  ...change,
});

export const pictureOf = (change: Partial<Snapshot> = {}): Picture =>
  fromSnapshot(snapshot(change));

export const densityAlert = (id: string, change: Partial<Alert> = {}): Alert => ({
  id,
  category: 'crowd',
  priority: 'warning',
  state: 'active',
  raisedAt: AT,
  changedAt: AT,
  clearedAt: null,
  reason: {
    kind: 'density',
    zone: 'gate',
    density: 3.6,
    sigma: 0.2,
    threshold: 3.5,
    persons: 360,
    coverage: 1,
    sustainedSeconds: 10,
    onDelaySeconds: 10,
    clearsBelow: 3.15,
    offDelaySeconds: 30,
    trend: 0.4,
  },
  ...change,
});

const passing = {
  limit: 3.5,
  probability: 0.82,
  withinSeconds: 300,
  expectedSeconds: 190,
  earliestSeconds: 60,
  latestSeconds: 420,
};

/** Gate fills: 3.6 persons/m² in five minutes, 4.2 in fifteen. */
export const foreseen = (change: Partial<ZoneForecast> = {}): ZoneForecast => ({
  zone: 'gate',
  at: AT,
  ahead: {
    density: 2.9,
    horizons: [
      { seconds: 300, density: 3.6, low80: 3, high80: 4.2, low95: 2.5, high95: 4.7 },
      { seconds: 900, density: 4.2, low80: 2.8, high80: 5.6, low95: 2, high95: 6.4 },
    ],
    passing,
  },
  unknownBecause: null,
  ...change,
});

export const forecastAlert = (id: string, change: Partial<Alert> = {}): Alert =>
  densityAlert(id, {
    reason: {
      kind: 'forecast',
      zone: 'gate',
      density: 2.7,
      passing: { ...passing, probability: 0.7, expectedSeconds: 240 },
      flows: [
        { passage: 'door-1', netPerMinute: 96, capacityShare: 0.4 },
        { passage: 'door-2', netPerMinute: -61, capacityShare: 0.97 },
      ],
    },
    ...change,
  });
