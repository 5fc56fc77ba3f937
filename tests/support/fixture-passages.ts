import { type PassageState, toTimestamp } from '@throng/contract';
import { doorCapacity } from '@throng/crowd';
import { fixtureVenue } from './fixture-venue.js';

/** Share of its plan at which each passage runs in, and persons per minute who come back. */
const flows: Readonly<Record<string, { readonly load: number; readonly back: number }>> = {
  'door-a': { load: 0.3, back: 40 },
  'door-b': { load: 1.04, back: 0 },
  'door-c': { load: 0.12, back: 6 },
  hall: { load: 0.88, back: 120 },
};

/** What passes the made-up venue's passages; those that are not named nobody counts. */
export const fixturePassages = (at: number, strength: number): PassageState[] =>
  fixtureVenue.passages.map(({ id, line: [[x1, y1], [x2, y2]], width }) => {
    const planned = doorCapacity(width ?? Math.hypot(x2 - x1, y2 - y1)) * 60;
    const flow = flows[id];
    return {
      passage: id,
      at: flow === undefined ? null : toTimestamp(at),
      flow:
        flow === undefined
          ? null
          : {
              in: Math.round(strength * flow.load * planned),
              out: Math.round(strength * flow.back),
            },
      plannedPerMinute: Math.round(planned),
      unknownBecause: flow === undefined ? 'not-counted' : null,
    };
  });
