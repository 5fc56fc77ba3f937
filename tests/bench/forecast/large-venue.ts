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

/** Cumulative count N(t) of a door, persons after `seconds`: a flow that swells and ebbs, and never turns back. */
const crossedBy = (seconds: number, perSecond: number, phase: number): number =>
  Math.floor(perSecond * (seconds + 100 * Math.sin(seconds / 200 + phase)) + 100);

/**
 * What all cameras say, tick by tick of so many seconds: crowds that come and go in waves over the
 * venue.
 */
export const windowsOf = (
  venue: VenueDefinition,
  seconds: number,
  startAt: number,
): ((tick: number) => MeasurementWindow[]) => {
  const cameras = venue.cameras.map((camera, index) => {
    const zone = venue.zones[index]?.id ?? '';
    return {
      edge: toIdentifier(camera.edge),
      camera: toIdentifier(camera.id),
      zone: toIdentifier(zone),
      phase: index / 25,
      doors: venue.passages
        .filter(({ from }) => from === zone)
        .map(({ id }, door) => ({
          passage: toIdentifier(id),
          forth: ((index + door) % 5) / 10,
          back: (index % 3) / 10,
        })),
    };
  });
  const name = toIdentifier(venue.id);
  return (tick) => {
    const [begin, end] = [tick * seconds, (tick + 1) * seconds];
    const start = toTimestamp(startAt + begin * 1_000);
    return cameras.map(({ camera, doors, edge, phase, zone }) => {
      const persons = Math.round(1_000 + 900 * Math.sin(begin / 400 + phase)) / 10;
      const crossed = (perSecond: number) =>
        crossedBy(end, perSecond, phase) - crossedBy(begin, perSecond, phase);
      return {
        v: 1,
        venue: name,
        edge,
        camera,
        bootId: '0123456789abcdef',
        sequence: tick,
        start,
        seconds,
        zones: [{ zone, persons, sigma: 5, area: 100, densityP95: persons / 80 }],
        passages: doors.map(({ back, forth, passage }) => ({
          passage,
          in: crossed(forth),
          out: crossed(back),
          recall: 0.95,
        })),
        frames: { captured: seconds, processed: seconds, superseded: 0, failed: 0 },
      };
    });
  };
};
