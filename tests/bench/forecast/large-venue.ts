import {
  type MeasurementWindow,
  toIdentifier,
  toTimestamp,
  type VenueDefinition,
} from '@throng/contract';

/** A venue of `columns × rows` zones of 10 m × 10 m, two passages to each neighbour, a camera a zone. */
export const largeVenue = (columns: number, rows: number): VenueDefinition => {
  const id = (column: number, row: number) => `zone-${column}-${row}`;
  const cells = Array.from({ length: columns * rows }, (_, index) => ({
    column: index % columns,
    row: Math.floor(index / columns),
  }));
  const square = ({ column, row }: { column: number; row: number }): [number, number][] => [
    [10 * column, 10 * row],
    [10 * column + 10, 10 * row],
    [10 * column + 10, 10 * row + 10],
    [10 * column, 10 * row + 10],
  ];
  const passages = cells.flatMap(({ column, row }) => {
    const [x, y] = [10 * column, 10 * row];
    const doors: VenueDefinition['passages'] = [];
    for (const side of [1, 6]) {
      if (column + 1 < columns) {
        doors.push({
          id: `east-${side}-${column}-${row}`,
          name: 'Door',
          from: id(column, row),
          to: id(column + 1, row),
          line: [
            [x + 10, y + side],
            [x + 10, y + side + 2],
          ],
        });
      }
      if (row + 1 < rows) {
        doors.push({
          id: `north-${side}-${column}-${row}`,
          name: 'Door',
          from: id(column, row),
          to: id(column, row + 1),
          line: [
            [x + side, y + 10],
            [x + side + 2, y + 10],
          ],
        });
      }
    }
    return doors;
  });
  return {
    id: 'large',
    name: 'Large venue',
    zones: cells.map((cell) => ({
      id: id(cell.column, cell.row),
      name: `Zone ${cell.column} ${cell.row}`,
      kind: 'walkway',
      polygon: square(cell),
    })),
    passages,
    cameras: cells.map((cell, index) => ({
      id: `camera-${cell.column}-${cell.row}`,
      name: 'Camera',
      edge: `edge-${Math.floor(index / 20)}`,
      area: square(cell),
    })),
  };
};

/** What all cameras say of one tick: crowds that come and go in waves over the venue. */
export const windowsOf = (
  venue: VenueDefinition,
  tick: number,
  seconds: number,
  startAt: number,
): MeasurementWindow[] => {
  const byZone = new Map<string, VenueDefinition['passages']>();
  for (const passage of venue.passages) {
    byZone.set(passage.from, [...(byZone.get(passage.from) ?? []), passage]);
  }
  return venue.cameras.map((camera, index) => {
    const zone = venue.zones[index]?.id ?? '';
    const persons = Math.round(1_000 + 900 * Math.sin(tick / 40 + index / 25)) / 10;
    return {
      v: 1,
      venue: toIdentifier(venue.id),
      edge: toIdentifier(camera.edge),
      camera: toIdentifier(camera.id),
      bootId: '0123456789abcdef',
      sequence: tick,
      start: toTimestamp(startAt + tick * seconds * 1_000),
      seconds,
      zones: [{ zone: toIdentifier(zone), persons, sigma: 5, area: 100, densityP95: persons / 80 }],
      passages: (byZone.get(zone) ?? []).map(({ id }, door) => ({
        passage: toIdentifier(id),
        in: (tick + index + door) % 5,
        out: (tick + index) % 3,
        recall: 0.95,
      })),
      frames: { captured: seconds, processed: seconds, superseded: 0, failed: 0 },
    };
  });
};
