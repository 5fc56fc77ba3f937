import Type from 'typebox';
import { Compile } from 'typebox/compile';
import { Identifier } from '../identifier.js';
import { Alert } from '../live/alert.js';
import { fail, ok, type Result } from '../result.js';
import { toFaults } from '../schema-faults.js';
import { Timestamp } from '../timestamp.js';

/** Most steps of one record: four hours of half minutes, twice over. */
export const MAX_RECORD_STEPS = 1_000;

const Column = Type.Array(Type.Union([Type.Number({ minimum: 0 }), Type.Null()]), {
  maxItems: MAX_RECORD_STEPS,
});

/** A zone's past, an entry a step; null where nothing was measured (SPEC VR2). */
export const ZoneRecord = Type.Object(
  {
    zone: Identifier,
    /** Persons/m² over the ground that was measured. */
    density: Column,
    /** Share of the zone's ground behind it, 0 to 1. */
    coverage: Column,
  },
  { additionalProperties: false },
);
export type ZoneRecord = Type.Static<typeof ZoneRecord>;

/** A change of an alert, and the alert as it stood after it. */
export const AlertChange = Type.Object(
  { at: Timestamp, kind: Type.String({ maxLength: 40 }), alert: Alert },
  { additionalProperties: false },
);
export type AlertChange = Type.Static<typeof AlertChange>;

/** What the store knows of the whole venue over a period (SPEC VR1–VR3). */
export const VenueRecord = Type.Object(
  {
    from: Timestamp,
    /** Length of a step, seconds; the first begins at `from`. */
    step: Type.Integer({ minimum: 1, maximum: 3_600 }),
    steps: Type.Integer({ minimum: 1, maximum: MAX_RECORD_STEPS }),
    zones: Type.Array(ZoneRecord, { maxItems: 2_000 }),
    /** Oldest first. */
    changes: Type.Array(AlertChange, { maxItems: 10_000 }),
  },
  { additionalProperties: false, $id: 'venue-record' },
);
export type VenueRecord = Type.Static<typeof VenueRecord>;

const record = Compile(VenueRecord);

/** Reads a record that came as JSON; never throws. */
export const parseVenueRecord = (value: unknown): Result<VenueRecord, 'schema'> => {
  if (record.Check(value)) return ok(value);
  const [first] = toFaults(record.Errors(value));
  return fail('schema', `${first?.path ?? ''}: ${first?.message ?? 'refused'}`);
};
