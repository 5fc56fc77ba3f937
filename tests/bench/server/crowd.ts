import {
  encode,
  formatTopic,
  type MeasurementWindow,
  type VenueDefinition,
} from '@throng/contract';
import { largeVenue, windowsOf } from '../forecast/large-venue.js';

/** 19:30 UTC: the evening that is played through the server. */
export const START = Date.parse('2026-07-04T19:30:00Z');

/** Cells of 1 m that each camera sees: its zone of 10 m × 10 m. */
const CELLS = 10;

/** Zones along each side, a camera each, for about so many cameras. */
export const venueOf = (cameras: number): VenueDefinition => {
  const columns = Math.ceil(Math.sqrt(cameras));
  return largeVenue(columns, Math.ceil(cameras / columns));
};

/** A message as it lies on the wire. */
export interface WireMessage {
  readonly topic: string;
  readonly payload: Buffer;
}

const withGrid = (window: MeasurementWindow, camera: number, second: number): MeasurementWindow => {
  const [originX, originY] = window.camera
    .split('-')
    .slice(1)
    .map((index) => 10 * Number(index));
  return {
    ...window,
    grid: {
      ...{ originX: originX ?? 0, originY: originY ?? 0, cellSize: 1 },
      ...{ columns: CELLS, rows: CELLS },
      cells: Array.from({ length: CELLS * CELLS }, (_, cell) =>
        cell % 11 === 0 ? null : (second * 7 + camera * 3 + cell * 13) % 60,
      ),
    },
  };
};

/**
 * What all cameras of a venue say in each second, encoded: zone, passages and a ground grid of 100
 * cells, some 900 bytes. `startAt` in epoch ms is the beginning of second 0.
 */
export const crowdOf = (venue: VenueDefinition, startAt: number) => {
  const windowsAt = windowsOf(venue, 1, startAt);
  return (second: number): WireMessage[] =>
    windowsAt(second).map((plain, camera) => {
      const window = withGrid(plain, camera, second);
      const encoded = encode('window', window);
      if (!encoded.ok) throw new Error(encoded.message);
      const { edge, venue: name } = window;
      const topic = formatTopic({ channel: 'window', venue: name, edge, camera: window.camera });
      return { topic, payload: Buffer.from(encoded.value) };
    });
};
