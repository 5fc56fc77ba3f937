import Type from 'typebox';

export const TIMESTAMP_PATTERN =
  '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{3})?Z$';

/** ISO 8601 UTC with whole seconds or milliseconds, of the moment of capture: `2026-07-04T19:30:00.000Z`. */
export const Timestamp = Type.String({
  pattern: TIMESTAMP_PATTERN,
  description: 'ISO 8601 UTC, e.g. 2026-07-04T19:30:00.000Z',
});
export type Timestamp = Type.Static<typeof Timestamp>;

/** The last moment that was asked for: all cameras of a venue speak of the same second. */
let last: { readonly epochMilliseconds: number; readonly timestamp: Timestamp } = {
  epochMilliseconds: 0,
  timestamp: new Date(0).toISOString(),
};

/** @throws RangeError outside of what a date can be. */
export const toTimestamp = (epochMilliseconds: number): Timestamp => {
  if (epochMilliseconds !== last.epochMilliseconds) {
    last = { epochMilliseconds, timestamp: new Date(epochMilliseconds).toISOString() };
  }
  return last.timestamp;
};

let lastRead: { readonly timestamp: Timestamp; readonly epochMilliseconds: number } = last;

/** Epoch milliseconds of a timestamp that has passed the schema. */
export const fromTimestamp = (timestamp: Timestamp): number => {
  if (timestamp !== lastRead.timestamp) {
    lastRead = { timestamp, epochMilliseconds: Date.parse(timestamp) };
  }
  return lastRead.epochMilliseconds;
};
