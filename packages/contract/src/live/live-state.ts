import Type from 'typebox';
import { Identifier } from '../identifier.js';
import { CameraHealth, EdgeHealth } from '../messages/edge-health.js';
import { DensityGrid } from '../messages/ground-grid.js';
import { CameraFault, Latency, MovementMeasurement } from '../messages/measurement-window.js';
import { Timestamp } from '../timestamp.js';
import { ZoneLimits } from './zone-limits.js';

export const RiskBand = Type.Union([
  Type.Literal('normal'),
  Type.Literal('watch'),
  Type.Literal('warning'),
  Type.Literal('critical'),
  Type.Literal('emergency'),
]);

export const LevelOfService = Type.Union([
  Type.Literal('A'),
  Type.Literal('B'),
  Type.Literal('C'),
  Type.Literal('D'),
  Type.Literal('E'),
  Type.Literal('F'),
]);

/** What is known of a zone now. Persons and density speak of the covered part only. */
export const ZoneReading = Type.Object(
  {
    persons: Type.Number(),
    sigma: Type.Number(),
    /** Persons/m² over the covered area. */
    density: Type.Number(),
    densityP95: Type.Number(),
    levelOfService: LevelOfService,
    band: RiskBand,
    /** Persons/m² per minute; null until enough history stands. */
    trend: Type.Union([Type.Number(), Type.Null()]),
    /** How its people move; absent where fewer than five are behind it. */
    movement: Type.Optional(MovementMeasurement),
  },
  { additionalProperties: false },
);
export type ZoneReading = Type.Static<typeof ZoneReading>;

export const UnknownReason = Type.Union([
  Type.Literal('no-camera'),
  Type.Literal('never-measured'),
  Type.Literal('stale'),
  Type.Literal('camera-fault'),
  Type.Literal('edge-offline'),
]);
export type UnknownReason = Type.Static<typeof UnknownReason>;

export const ZoneState = Type.Object(
  {
    zone: Identifier,
    /** Share of the zone's area with a live measurement, 0 to 1. */
    coverage: Type.Number({ minimum: 0, maximum: 1 }),
    /** End of the newest window behind the reading, or of the last one known while it is unknown. */
    at: Type.Union([Timestamp, Type.Null()]),
    reading: Type.Union([ZoneReading, Type.Null()]),
    /** Why (part of) the zone is not known. */
    unknownBecause: Type.Union([UnknownReason, Type.Null()]),
    /** Only where a rule of the venue or of the phase decides (SPEC LV14). */
    limits: Type.Optional(ZoneLimits),
  },
  { additionalProperties: false },
);
export type ZoneState = Type.Static<typeof ZoneState>;

export const CameraState = Type.Object(
  {
    camera: Identifier,
    edge: Identifier,
    state: Type.Union([
      Type.Literal('live'),
      Type.Literal('stale'),
      Type.Literal('faulty'),
      Type.Literal('offline'),
      Type.Literal('never-seen'),
    ]),
    fault: Type.Union([CameraFault, Type.Null()]),
    at: Type.Union([Timestamp, Type.Null()]),
    latency: Type.Union([Latency, Type.Null()]),
    /** What the agent last said of the camera. */
    health: Type.Union([CameraHealth, Type.Null()]),
  },
  { additionalProperties: false },
);
export type CameraState = Type.Static<typeof CameraState>;

export const EdgeState = Type.Object(
  {
    edge: Identifier,
    status: Type.Union([
      Type.Literal('online'),
      Type.Literal('offline'),
      Type.Literal('never-seen'),
    ]),
    /** Seconds by which the edge's clock runs ahead of the server's; null until it has spoken. */
    clockSkew: Type.Union([Type.Number(), Type.Null()]),
    health: Type.Union([Type.Omit(EdgeHealth, ['cameras']), Type.Null()]),
  },
  { additionalProperties: false },
);
export type EdgeState = Type.Static<typeof EdgeState>;

/** One camera's ground grid as last measured; null when it is not known any more. */
export const GridState = Type.Object(
  { camera: Identifier, grid: Type.Union([DensityGrid, Type.Null()]) },
  { additionalProperties: false },
);
export type GridState = Type.Static<typeof GridState>;
