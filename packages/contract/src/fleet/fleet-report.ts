import Type from 'typebox';
import { Identifier } from '../identifier.js';
import { LIMITS } from '../limits.js';
import { Timestamp } from '../timestamp.js';
import { FleetVersion } from './fleet-document.js';
import { ModelState } from './model-state.js';

const words = <const Words extends readonly string[]>(list: Words) =>
  Type.Unsafe<Words[number]>(Type.Union(list.map((word) => Type.Literal(word))));

/** Why something that was pushed does not hold. */
export const FAULT_CODES = [
  /** Not looked at: the box takes no pushed settings, or trusts no key. */
  'turned-off',
  'no-key',
  'too-large',
  'not-json',
  'schema',
  'bad-signature',
  'unknown-version',
  /** For another box or venue. */
  'wrong-box',
  /** Older than what this box has seen. */
  'replayed',
  /** The box's own file has no such camera: it has no stream for it. */
  'unknown-camera',
  'no-camera-left',
  'bad-calibration',
  'bad-mask',
  'all-masked',
  'too-many-cells',
  /** What the pushed settings make of the box's own file has another fault. */
  'does-not-fit',
  /** The camera could not be opened with it. */
  'cannot-open',
  /** Applied, but the disk did not keep it: a restart takes what was before, until it is sent again. */
  'not-kept',
  /** The box has no local alarm whose times could be set. */
  'no-local-alarm',
] as const;

/** Which part of the document. */
export const FAULT_FIELDS = [
  'document',
  'camera',
  'enabled',
  'framesPerSecond',
  'masks',
  'calibration',
  'venue',
  'localAlarm',
] as const;

/** One thing that does not hold, without a word of free text (P3). */
export const FleetFault = Type.Object(
  {
    code: words(FAULT_CODES),
    field: words(FAULT_FIELDS),
    camera: Type.Optional(Identifier),
  },
  { additionalProperties: false },
);
export type FleetFault = Type.Static<typeof FleetFault>;
export type FleetFaultCode = FleetFault['code'];

const answer = {
  /** Absent where it cannot be known, as under a bad signature. */
  version: Type.Optional(FleetVersion),
  at: Timestamp,
  faults: Type.Array(FleetFault, { maxItems: LIMITS.fleetFaults }),
};

/** What a box made of the last document that it was sent. */
export const FleetAnswer = Type.Object(
  { outcome: words(['applied', 'partly', 'refused']), ...answer },
  { additionalProperties: false },
);
export type FleetAnswer = Type.Static<typeof FleetAnswer>;

/** What a box really does: retained, so that a server that comes later knows it too (FL6). */
export const FleetReport = Type.Object(
  {
    v: Type.Literal(1),
    venue: Identifier,
    edge: Identifier,
    at: Timestamp,
    /** Whether the box takes pushed settings at all. */
    accepts: Type.Boolean(),
    /** The version in force; absent while only the box's own file is. */
    version: Type.Optional(FleetVersion),
    /** Absent until something was sent. */
    answer: Type.Optional(FleetAnswer),
    models: Type.Array(ModelState, { maxItems: 2 }),
  },
  { additionalProperties: false, $id: 'fleet-report' },
);
export type FleetReport = Type.Static<typeof FleetReport>;
