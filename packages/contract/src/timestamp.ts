import Type from 'typebox';

export const TIMESTAMP_PATTERN =
  '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{3})?Z$';

/** ISO 8601 UTC with whole seconds or milliseconds, of the moment of capture: `2026-07-04T19:30:00.000Z`. */
export const Timestamp = Type.String({
  pattern: TIMESTAMP_PATTERN,
  description: 'ISO 8601 UTC, e.g. 2026-07-04T19:30:00.000Z',
});
export type Timestamp = Type.Static<typeof Timestamp>;

const MINUTE_MS = 60_000;
/** Up to the year 9999; beyond, and before 1970, a date has another form. */
const LAST_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** The minute that was told last, and its text up to the seconds. */
let known = { minute: Number.NaN, text: '' };

const SECONDS = Array.from({ length: 60 }, (_, second) => String(second).padStart(2, '0'));

/**
 * Quick for moments of one minute, as most are: a server tells thousands of them each second.
 *
 * @throws RangeError outside of what a date can be.
 */
export const toTimestamp = (epochMilliseconds: number): Timestamp => {
  if (!(epochMilliseconds >= 0 && epochMilliseconds <= LAST_MS)) {
    return new Date(epochMilliseconds).toISOString();
  }
  const minute = Math.floor(epochMilliseconds / MINUTE_MS);
  if (minute !== known.minute) {
    const text = new Date(minute * MINUTE_MS).toISOString().slice(0, -'00.000Z'.length);
    known = { minute, text };
  }
  const within = Math.trunc(epochMilliseconds - minute * MINUTE_MS);
  const milliseconds = String(within % 1_000).padStart(3, '0');
  return `${known.text}${SECONDS[Math.floor(within / 1_000)]}.${milliseconds}Z`;
};

/** The timestamp that was read last: the windows of all cameras begin at the same second. */
let last = { text: '', at: Number.NaN };

/** Epoch milliseconds of a timestamp that has passed the schema. */
export const fromTimestamp = (timestamp: Timestamp): number => {
  if (timestamp !== last.text) last = { text: timestamp, at: Date.parse(timestamp) };
  return last.at;
};
