import Type from 'typebox';
import { Identifier } from '../identifier.js';
import { Timestamp } from '../timestamp.js';

const PerMinute = Type.Number({ minimum: 0, maximum: 1_000_000 });

/** Persons per minute one way, the mean of the minute that ends at the horizon, with its intervals. */
export const ExpectedFlow = Type.Object(
  { flow: PerMinute, low80: PerMinute, high80: PerMinute, low95: PerMinute, high95: PerMinute },
  { additionalProperties: false },
);
export type ExpectedFlow = Type.Static<typeof ExpectedFlow>;

/** What is expected to pass a passage; `in` is from → to (SPEC PF1, PF2). */
export const PassageForecast = Type.Object(
  {
    passage: Identifier,
    /** When it was made. */
    at: Timestamp,
    /** The nearest first; empty where the passage was not counted for the last minute. */
    horizons: Type.Array(
      Type.Object(
        { seconds: Type.Integer({ minimum: 1 }), in: ExpectedFlow, out: ExpectedFlow },
        { additionalProperties: false },
      ),
      { maxItems: 16 },
    ),
  },
  { additionalProperties: false },
);
export type PassageForecast = Type.Static<typeof PassageForecast>;
