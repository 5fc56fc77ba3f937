import Type from 'typebox';
import { Timestamp } from '../timestamp.js';

const closed = { additionalProperties: false } as const;

/** The name of a recording in the folder of drills, without its ending. */
const Scenario = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{0,60}$' });

/** Before every name on the lane of a drill (server SPEC DR2). A page shows its reader's word in its place. */
export const DRILL_MARK = 'DRILL · ';

/** A drill that runs: a recorded crowd on the real path, on a lane of its own (SPEC LV17). */
export const Drill = Type.Object(
  {
    scenario: Scenario,
    by: Type.String({ minLength: 1, maxLength: 200 }),
    startedAt: Timestamp,
    /** Seconds of the recording that pass in a second. */
    speed: Type.Integer({ minimum: 1, maximum: 30 }),
    /** Whether people outside the control room are told of its alerts, as of a drill's. */
    tellsPeople: Type.Boolean(),
  },
  closed,
);
export type Drill = Type.Static<typeof Drill>;

/** What drills there are, and the one that runs (`GET /api/v1/drill`). */
export const DrillDesk = Type.Object(
  {
    scenarios: Type.Array(Scenario, { maxItems: 200 }),
    running: Type.Union([Drill, Type.Null()]),
  },
  closed,
);
export type DrillDesk = Type.Static<typeof DrillDesk>;

/** Begins a drill (`POST /api/v1/drill`). */
export const DrillStart = Type.Object(
  {
    scenario: Scenario,
    speed: Type.Integer({ minimum: 1, maximum: 30, default: 1 }),
    /** Where in the recording it begins. */
    fromMinute: Type.Integer({ minimum: 0, maximum: 1_440, default: 0 }),
    /** Whether people outside the control room are told too; nobody is unless this is asked for. */
    tellsPeople: Type.Boolean({ default: false }),
  },
  closed,
);
export type DrillStart = Type.Static<typeof DrillStart>;
