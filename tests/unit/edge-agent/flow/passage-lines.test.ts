import type { VenueDefinition } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import { cameraOfPassage, passageLines } from '../../../../edge-agent/src/flow/passage-lines.js';

type Box = [number, number, number, number];

const ring = ([x1, y1, x2, y2]: Box): [number, number][] => [
  [x1, y1],
  [x2, y1],
  [x2, y2],
  [x1, y2],
];

const zone = (id: string, box: Box) => ({
  id,
  name: id,
  kind: 'walkway' as const,
  polygon: ring(box),
});

/** Two halls one above the other with a door between; a camera in each, and one of the street. */
const venue = (line: [[number, number], [number, number]], from: string, to: string) => {
  const definition: VenueDefinition = {
    id: 'halls',
    name: 'Halls',
    zones: [zone('south', [0, 0, 10, 10]), zone('north', [0, 10, 10, 20])],
    passages: [{ id: 'door', name: 'Door', from, to, line }],
    cameras: [
      { id: 'street-cam', name: 'Street', edge: 'box-1', area: ring([0, -10, 10, 0]) },
      { id: 'south-cam', name: 'South', edge: 'box-1', area: ring([0, 0, 10, 10]) },
      { id: 'north-cam', name: 'North', edge: 'box-2', area: ring([0, 10, 10, 20]) },
    ],
  };
  return definition;
};

const lineOf = (definition: VenueDefinition, camera: string) =>
  passageLines(definition, camera)[0]?.line;

describe('[U] passage lines', () => {
  it('a line between two areas is measured by one camera alone', () => {
    const halls = venue(
      [
        [4, 10],
        [6, 10],
      ],
      'south',
      'north',
    );
    const measuring = halls.cameras.filter(({ id }) => passageLines(halls, id).length > 0);
    expect(measuring.map(({ id }) => id)).toEqual(['south-cam']);
  });

  it('the camera whose area holds more of the line measures it', () => {
    const halls = venue(
      [
        [5, 8],
        [5, 15],
      ],
      'south',
      'north',
    );
    const [passage] = halls.passages;
    expect(passage && cameraOfPassage(halls, passage)).toBe('north-cam');
  });

  it('a line that no area holds is measured by nobody', () => {
    const halls = venue(
      [
        [40, 0],
        [42, 0],
      ],
      'south',
      'outside',
    );
    expect(halls.cameras.flatMap(({ id }) => passageLines(halls, id))).toEqual([]);
  });

  it('however the line is drawn, in is from → to', () => {
    const [west, east]: [[number, number], [number, number]] = [
      [4, 10],
      [6, 10],
    ];
    // Northwards is from the right to the left of a line that points east.
    const northwards = { from: { x: 4, y: 10 }, to: { x: 6, y: 10 } };
    const southwards = { from: { x: 6, y: 10 }, to: { x: 4, y: 10 } };
    expect(lineOf(venue([west, east], 'south', 'north'), 'south-cam')).toEqual(northwards);
    expect(lineOf(venue([east, west], 'south', 'north'), 'south-cam')).toEqual(northwards);
    expect(lineOf(venue([west, east], 'north', 'south'), 'south-cam')).toEqual(southwards);
    expect(lineOf(venue([east, west], 'north', 'south'), 'south-cam')).toEqual(southwards);
  });

  it('a door to the street is told by its one zone', () => {
    const [west, east]: [[number, number], [number, number]] = [
      [4, 0],
      [6, 0],
    ];
    const inwards = { from: { x: 4, y: 0 }, to: { x: 6, y: 0 } };
    expect(lineOf(venue([east, west], 'outside', 'south'), 'street-cam')).toEqual(inwards);
    expect(lineOf(venue([west, east], 'south', 'outside'), 'street-cam')).toEqual({
      from: inwards.to,
      to: inwards.from,
    });
  });
});
