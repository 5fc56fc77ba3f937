import { type Timestamp, toTimestamp } from '@throng/contract';

const MINUTE_MS = 60_000;

/** The minute that was told last, and its text up to the seconds. */
let known = { minute: Number.NaN, text: '' };

const SECONDS = Array.from({ length: 60 }, (_, second) => String(second).padStart(2, '0'));

/** `toTimestamp` of epoch ms that are mostly of one minute: thousands of times each second. */
export const captureTime = (at: number): Timestamp => {
  const minute = Math.floor(at / MINUTE_MS);
  if (minute !== known.minute) {
    known = { minute, text: toTimestamp(minute * MINUTE_MS).slice(0, -'00.000Z'.length) };
  }
  const within = Math.trunc(at - minute * MINUTE_MS);
  const milliseconds = String(within % 1_000).padStart(3, '0');
  return `${known.text}${SECONDS[Math.floor(within / 1_000)]}.${milliseconds}Z`;
};
