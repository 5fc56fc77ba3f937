import Type from 'typebox';
import { Identifier } from '../identifier.js';
import { Timestamp } from '../timestamp.js';
import { LimitOrigin } from './zone-limits.js';

/** Seconds from now, to the limit of what is forecast. */
const Seconds = Type.Number({ minimum: 0, maximum: 3_600 });
const Density = Type.Number({ minimum: 0 });

/** The density expected at one horizon, persons/m², with the intervals that hold 80 % and 95 % of outcomes. */
export const HorizonForecast = Type.Object(
  {
    seconds: Seconds,
    density: Density,
    low80: Density,
    high80: Density,
    low95: Density,
    high95: Density,
  },
  { additionalProperties: false },
);
export type HorizonForecast = Type.Static<typeof HorizonForecast>;

/**
 * Whether and when a zone passes its warning limit. The times are where the highest density
 * expected until then reaches the limit, interpolated between the horizons; null where it does not
 * within them. `earliest` and `latest` are the same for the bounds of the 80 % interval.
 */
export const LimitPassing = Type.Object(
  {
    /** Persons/m²: the limit that is in force when it is expected to be passed. */
    limit: Density,
    /** Where that limit comes from, where a rule of the venue or of the phase decides. */
    limitFrom: Type.Optional(LimitOrigin),
    /** Of passing it within `withinSeconds`, or of having passed it. */
    probability: Type.Number({ minimum: 0, maximum: 1 }),
    withinSeconds: Seconds,
    expectedSeconds: Type.Union([Seconds, Type.Null()]),
    earliestSeconds: Type.Union([Seconds, Type.Null()]),
    latestSeconds: Type.Union([Seconds, Type.Null()]),
  },
  { additionalProperties: false },
);
export type LimitPassing = Type.Static<typeof LimitPassing>;

/** Why nothing is forecast of a zone. */
export const NoForecastReason = Type.Union([
  Type.Literal('too-early'),
  Type.Literal('too-little-seen'),
  Type.Literal('failed'),
]);
export type NoForecastReason = Type.Static<typeof NoForecastReason>;

export const ZoneAhead = Type.Object(
  {
    /** Persons/m² now, by counts and crossings together. */
    density: Density,
    /** The nearest first. */
    horizons: Type.Array(HorizonForecast, { minItems: 1, maxItems: 16 }),
    passing: LimitPassing,
  },
  { additionalProperties: false },
);
export type ZoneAhead = Type.Static<typeof ZoneAhead>;

/** What is expected of a zone (SPEC LV8). */
export const ZoneForecast = Type.Object(
  {
    zone: Identifier,
    /** When it was made. */
    at: Timestamp,
    ahead: Type.Union([ZoneAhead, Type.Null()]),
    unknownBecause: Type.Union([NoForecastReason, Type.Null()]),
  },
  { additionalProperties: false },
);
export type ZoneForecast = Type.Static<typeof ZoneForecast>;
