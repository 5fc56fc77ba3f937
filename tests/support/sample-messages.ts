import type { EdgeHealth, MeasurementWindow, VenueDefinition } from '@throng/contract';

/** A window that every rule of the contract accepts; tests spoil one thing at a time. */
export const sampleWindow = (change: Partial<MeasurementWindow> = {}): MeasurementWindow => ({
  v: 1,
  venue: 'arena',
  edge: 'box-1',
  camera: 'gate-a',
  bootId: '00112233aabbccdd',
  sequence: 7,
  start: '2026-07-04T19:30:00.000Z',
  seconds: 1,
  zones: [{ zone: 'concourse', persons: 42.5, sigma: 6.1, area: 120, densityP95: 1.2 }],
  passages: [{ passage: 'door-a', in: 3, out: 1, recall: 0.9 }],
  grid: { originX: 0, originY: -2, cellSize: 1, columns: 2, rows: 2, cells: [0, 4, null, 12] },
  frames: { captured: 5, processed: 5, superseded: 0, failed: 0 },
  latency: { p50: 80, p95: 120 },
  ...change,
});

export const sampleHealth = (change: Partial<EdgeHealth> = {}): EdgeHealth => ({
  v: 1,
  venue: 'arena',
  edge: 'box-1',
  bootId: '00112233aabbccdd',
  at: '2026-07-04T19:30:05.000Z',
  startedAt: '2026-07-04T18:00:00.000Z',
  version: '0.1.0',
  models: { person: 'person', density: 'density', provider: 'cpu' },
  queue: { waiting: 0, dropped: 0 },
  memoryMegabytes: 310,
  cameras: [
    {
      camera: 'gate-a',
      state: 'running',
      framesPerSecond: 5,
      frames: { captured: 500, processed: 498, superseded: 2, failed: 0 },
      latency: { p50: 80, p95: 120 },
      reconnects: 0,
      calibrationError: 0.08,
    },
  ],
  ...change,
});

export const sampleVenue = (change: Partial<VenueDefinition> = {}): VenueDefinition => ({
  id: 'arena',
  name: 'Arena',
  zones: [
    {
      id: 'concourse',
      name: 'Concourse',
      kind: 'walkway',
      polygon: [
        [0, 0],
        [20, 0],
        [20, 10],
        [0, 10],
      ],
    },
    {
      id: 'stand',
      name: 'Stand',
      kind: 'viewing',
      polygon: [
        [0, 10],
        [20, 10],
        [20, 25],
        [0, 25],
      ],
    },
  ],
  passages: [
    {
      id: 'gate',
      name: 'Gate',
      from: 'outside',
      to: 'concourse',
      line: [
        [5, 0],
        [9, 0],
      ],
    },
    {
      id: 'door-a',
      name: 'Door A',
      from: 'concourse',
      to: 'stand',
      line: [
        [8, 10],
        [12, 10],
      ],
      width: 3.6,
    },
  ],
  cameras: [
    {
      id: 'gate-a',
      name: 'Gate A',
      edge: 'box-1',
      area: [
        [0, 0],
        [20, 0],
        [20, 10],
        [0, 10],
      ],
    },
    {
      id: 'stand-1',
      name: 'Stand 1',
      edge: 'box-1',
      area: [
        [0, 10],
        [20, 10],
        [20, 25],
        [0, 25],
      ],
    },
  ],
  ...change,
});
