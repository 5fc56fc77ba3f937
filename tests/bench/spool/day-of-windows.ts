import { encode, type MeasurementWindow, toTimestamp } from '@throng/contract';

/** 19:30 UTC: the evening of a venue. */
export const START = Date.UTC(2026, 6, 4, 19, 30);

const GRID = { columns: 20, rows: 15 } as const;

/** A window of a camera that sees 300 m² in cells of 1 m: three zones, two passages. */
const windowAt = (camera: string, second: number): MeasurementWindow => ({
  ...{ v: 1, venue: 'arena', edge: 'box-1', camera, bootId: '00112233aabbccdd' },
  ...{ sequence: second, start: toTimestamp(START + second * 1_000), seconds: 1, late: true },
  zones: ['concourse', 'gate', 'stand'].map((zone, index) => ({
    ...{ zone, persons: ((second * (index + 3)) % 900) / 10, sigma: 6.1 },
    ...{ area: 100, densityP95: ((second + index) % 80) / 20 },
  })),
  passages: ['door-a', 'door-b'].map((passage, index) => ({
    ...{ passage, in: (second + index) % 5, out: second % 3, recall: 0.9 },
  })),
  grid: {
    ...{ originX: 0, originY: -2, cellSize: 1, ...GRID },
    cells: Array.from({ length: GRID.columns * GRID.rows }, (_, cell) =>
      cell % 11 === 0 ? null : (second * 7 + cell * 13) % 60,
    ),
  },
  frames: { captured: 5, processed: 5, superseded: 0, failed: 0 },
  latency: { p50: 80, p95: 120 },
});

/** What a spool is given for one second of one camera. */
export const spooledAt = (camera: string, second: number, id: number) => {
  const encoded = encode('window', windowAt(camera, second));
  if (!encoded.ok) throw new Error(encoded.message);
  const topic = `throng/v1/arena/box-1/data/${camera}/window`;
  return { id, topic, start: START + second * 1_000, payload: encoded.value };
};
