import Type from 'typebox';
import { Identifier } from '../identifier.js';
import { LIMITS } from '../limits.js';
import { Timestamp } from '../timestamp.js';
import { DensityGrid } from './ground-grid.js';

const Persons = Type.Number({ minimum: 0, maximum: 100_000 });
const Density = Type.Number({ minimum: 0, maximum: 20 });
const Count = Type.Integer({ minimum: 0, maximum: 1_000_000 });
const Fraction = Type.Number({ minimum: 0, maximum: 1 });

/** How the people of a zone moved; only where at least five of them are behind it (SPEC P8). */
export const MovementMeasurement = Type.Object(
  {
    /** m/s, over the people whose motion is known. */
    meanSpeed: Type.Number({ minimum: 0, maximum: 5 }),
    /** Variance of their speeds, m²/s². */
    speedVariance: Type.Number({ minimum: 0, maximum: 25 }),
    /** Share of the people on ground that stopped and started again twice within a minute. */
    stopAndGo: Fraction,
    /** 0: all go one way; 1: as many go one way as the other. */
    counterflow: Fraction,
  },
  { additionalProperties: false },
);
export type MovementMeasurement = Type.Static<typeof MovementMeasurement>;

/** What one camera knows of one zone during the window. */
export const ZoneMeasurement = Type.Object(
  {
    zone: Identifier,
    /** Mean number of persons on the part of the zone this camera owns and sees. */
    persons: Persons,
    /** Standard deviation of `persons`. */
    sigma: Persons,
    /** Square metres of walkable area behind `persons`. */
    area: Type.Number({ minimum: 0, maximum: 1_000_000 }),
    /** Persons/m²: 95th percentile over the ground cells of that part. */
    densityP95: Density,
    movement: Type.Optional(MovementMeasurement),
  },
  { additionalProperties: false },
);
export type ZoneMeasurement = Type.Static<typeof ZoneMeasurement>;

/** Crossings of one passage's measurement line during the window, and the share of them the camera catches. */
export const PassageMeasurement = Type.Object(
  { passage: Identifier, in: Count, out: Count, recall: Fraction },
  { additionalProperties: false },
);
export type PassageMeasurement = Type.Static<typeof PassageMeasurement>;

/** What the watch over a camera's own picture can find wrong with it (SPEC MW9). */
export const PictureFault = Type.Union([
  Type.Literal('moved'),
  Type.Literal('covered'),
  Type.Literal('frozen'),
  Type.Literal('blinded'),
  Type.Literal('dark'),
]);
export type PictureFault = Type.Static<typeof PictureFault>;

/** Why a camera cannot measure; its zones become unknown, never zero. */
export const CameraFault = Type.Union([
  Type.Literal('no-signal'),
  Type.Literal('stalled'),
  Type.Literal('model-failed'),
  Type.Literal('not-calibrated'),
  ...PictureFault.anyOf,
]);
export type CameraFault = Type.Static<typeof CameraFault>;

/** Frames by what became of them; each lost frame has its reason. */
export const FrameCounts = Type.Object(
  { captured: Count, processed: Count, superseded: Count, failed: Count },
  { additionalProperties: false },
);
export type FrameCounts = Type.Static<typeof FrameCounts>;

/** Milliseconds from capture to the window being ready. */
export const Latency = Type.Object(
  {
    p50: Type.Number({ minimum: 0, maximum: 600_000 }),
    p95: Type.Number({ minimum: 0, maximum: 600_000 }),
  },
  { additionalProperties: false },
);
export type Latency = Type.Static<typeof Latency>;

/**
 * The one message of the live line: what one camera measured in one window.
 * An allow-list: a field that is not here cannot leave the box (SPEC MW1–MW10, P1–P7).
 */
export const MeasurementWindow = Type.Object(
  {
    v: Type.Literal(1),
    venue: Identifier,
    edge: Identifier,
    camera: Identifier,
    /** Names one run of the agent, so that a sequence may start again at 0. */
    bootId: Type.String({ pattern: '^[0-9a-f]{16}$' }),
    /** Counts up by one per window of this camera within one run. */
    sequence: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
    /** Start of the window by the time of capture, on a whole second. */
    start: Timestamp,
    seconds: Type.Integer(LIMITS.windowSeconds),
    /** Sent from the spool, after its time: history, whatever its stamp says (SPEC MW10). */
    late: Type.Optional(Type.Literal(true)),
    fault: Type.Optional(CameraFault),
    zones: Type.Array(ZoneMeasurement, { maxItems: LIMITS.zonesPerCamera }),
    passages: Type.Array(PassageMeasurement, { maxItems: LIMITS.passagesPerCamera }),
    grid: Type.Optional(DensityGrid),
    frames: FrameCounts,
    latency: Type.Optional(Latency),
  },
  { additionalProperties: false, $id: 'measurement-window' },
);
export type MeasurementWindow = Type.Static<typeof MeasurementWindow>;
