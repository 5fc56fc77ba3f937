import type { VenueDefinition } from '@throng/contract';

/** Zones and cameras of a hall that is put under fire: squares of 6 m, a camera above each. */
export interface HallSize {
  readonly boxes: number;
  readonly camerasPerBox: number;
}

/** Metres between the squares' left edges: a wall's width apart. */
const PITCH = 10;

export const boxName = (box: number): string => `box-${box + 1}`;

const cameraName = (box: number, camera: number): string => `camera-${box + 1}-${camera + 1}`;

/** The zone that is too full all evening: its alert must outlive every blow. */
export const FULL_ZONE = cameraName(0, 0);

const square = (left: number, bottom: number): [number, number][] => [
  [left, bottom],
  [left + 6, bottom],
  [left + 6, bottom + 6],
  [left, bottom + 6],
];

const placesOf = ({ boxes, camerasPerBox }: HallSize) =>
  Array.from({ length: boxes * camerasPerBox }, (_, index) => {
    const [box, camera] = [Math.floor(index / camerasPerBox), index % camerasPerBox];
    return { box, id: cameraName(box, camera), left: camera * PITCH, bottom: box * PITCH };
  });

/** A zone and a camera of the same name over each square. */
export const hall = (size: HallSize): VenueDefinition => ({
  id: 'hall',
  name: 'Hall',
  passages: [],
  zones: placesOf(size).map(({ bottom, id, left }) => ({
    ...{ id, name: id, kind: 'walkway' as const, polygon: square(left, bottom) },
  })),
  cameras: placesOf(size).map(({ bottom, box, id, left }) => ({
    ...{ id, name: id, edge: boxName(box), area: square(left, bottom) },
  })),
});

/** Settings of one box, in the folder of the venue file. */
export const boxSettings = (size: HallSize, box: number, broker: object) => ({
  edge: boxName(box),
  venue: 'venue.yml',
  broker,
  state: `state-${boxName(box)}`,
  cameras: placesOf(size)
    .filter((place) => place.box === box)
    .map(({ bottom, id, left }) => ({
      id,
      source: 'no-picture.mp4',
      calibration: {
        imageSize: [320, 240],
        pairs: [
          { pixel: [40, 230], ground: [left, bottom] },
          { pixel: [280, 230], ground: [left + 6, bottom] },
          { pixel: [230, 60], ground: [left + 6, bottom + 6] },
          { pixel: [90, 60], ground: [left, bottom + 6] },
        ],
        cameraPosition: [left + 3, bottom - 6, 5],
      },
    })),
});
