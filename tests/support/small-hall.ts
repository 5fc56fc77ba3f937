import type { VenueDefinition } from '@throng/contract';

/** Metres between the squares' left edges: a wall's width apart. */
const PITCH = 10;

const square = (index: number): [number, number][] => {
  const left = index * PITCH;
  return [
    [left, 0],
    [left + 6, 0],
    [left + 6, 6],
    [left, 6],
  ];
};

/** A venue of squares, one zone and one camera each, all of the agent `hall-box`. */
export const smallHall = (...ids: string[]): VenueDefinition => ({
  id: 'hall',
  name: 'Hall',
  zones: ids.map((id, index) => ({ id, name: id, kind: 'walkway', polygon: square(index) })),
  passages: [],
  cameras: ids.map((id, index) => ({ id, name: id, edge: 'hall-box', area: square(index) })),
});

/** Settings of the camera over square number `index`: a test card's picture, seen from the south. */
export const cameraOver = (id: string, index: number, source: string) => {
  const left = index * PITCH;
  return {
    id,
    source,
    calibration: {
      imageSize: [320, 240],
      pairs: [
        { pixel: [40, 230], ground: [left, 0] },
        { pixel: [280, 230], ground: [left + 6, 0] },
        { pixel: [230, 60], ground: [left + 6, 6] },
        { pixel: [90, 60], ground: [left, 6] },
      ],
      cameraPosition: [left + 3, -6, 5],
    },
  };
};

/** Settings of the hall's agent. */
export const hallBox = (broker: string, cameras: readonly object[]) => ({
  edge: 'hall-box',
  venue: 'venue.yml',
  broker: { url: broker },
  cameras,
});
