import Type from 'typebox';

export const TIMESTAMP_PATTERN =
  '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{3})?Z$';

/** ISO 8601 UTC with whole seconds or milliseconds, of the moment of capture: `2026-07-04T19:30:00.000Z`. */
export const Timestamp = Type.String({
  pattern: TIMESTAMP_PATTERN,
  description: 'ISO 8601 UTC, e.g. 2026-07-04T19:30:00.000Z',
});
export type Timestamp = Type.Static<typeof Timestamp>;

export const toTimestamp = (epochMilliseconds: number): Timestamp =>
  new Date(epochMilliseconds).toISOString();

/** Epoch milliseconds of a timestamp that has passed the schema. */
export const fromTimestamp = (timestamp: Timestamp): number => Date.parse(timestamp);
