import Type from 'typebox';
import { Compile } from 'typebox/compile';
import { fail, ok, type Result } from '../result.js';
import { toFaults } from '../schema-faults.js';
import { Timestamp } from '../timestamp.js';
import { VenueDefinition } from '../venue/venue-definition.js';
import { Alert } from './alert.js';
import { CameraState, EdgeState, GridState, ZoneState } from './live-state.js';
import { PassageState } from './passage-state.js';
import { ShowStop } from './show-stop.js';
import { sparingSoundCells } from './sound-cells.js';
import { ZoneForecast } from './zone-forecast.js';

const Sequence = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

const lists = {
  zones: Type.Array(ZoneState),
  /** Absent from a server that does not look ahead (SPEC LV8). */
  forecasts: Type.Optional(Type.Array(ZoneForecast)),
  /** Absent from a server of an older version (SPEC LV9). */
  passages: Type.Optional(Type.Array(PassageState)),
  cameras: Type.Array(CameraState),
  edges: Type.Array(EdgeState),
  grids: Type.Array(GridState),
  alerts: Type.Array(Alert),
  /** Absent from a delta in which it did not change, and from a server of an older version (SPEC LV16). */
  showStop: Type.Optional(ShowStop),
};

/** All that is known, once, on connecting (SPEC LV1). */
export const Snapshot = Type.Object(
  {
    type: Type.Literal('snapshot'),
    v: Type.Literal(1),
    sequence: Sequence,
    at: Timestamp,
    venue: VenueDefinition,
    ...lists,
  },
  { additionalProperties: false, $id: 'live-snapshot' },
);
export type Snapshot = Type.Static<typeof Snapshot>;

/** What changed since the message before; each entry replaces the one of the same id (SPEC LV2–LV4). */
export const Delta = Type.Object(
  { type: Type.Literal('delta'), v: Type.Literal(1), sequence: Sequence, at: Timestamp, ...lists },
  { additionalProperties: false, $id: 'live-delta' },
);
export type Delta = Type.Static<typeof Delta>;

export const LiveMessage = Type.Union([Snapshot, Delta]);
export type LiveMessage = Type.Static<typeof LiveMessage>;

const snapshot = Compile(Snapshot);
const delta = Compile(Delta);

const isDelta = (json: unknown): json is Delta => delta.Check(sparingSoundCells(json));
const isSnapshot = (json: unknown): json is Snapshot => snapshot.Check(sparingSoundCells(json));

/** Reads a message of the live channel; never throws. */
export const decodeLive = (text: string): Result<LiveMessage, 'not-json' | 'schema'> => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail('not-json', 'the live message is not JSON');
  }
  if (saysDelta(json)) return isDelta(json) ? ok(json) : refuse(delta, json);
  return isSnapshot(json) ? ok(json) : refuse(snapshot, json);
};

const saysDelta = (json: unknown): boolean =>
  typeof json === 'object' && json !== null && 'type' in json && json.type === 'delta';

const refuse = (schema: typeof delta | typeof snapshot, json: unknown) => {
  const [first] = toFaults(schema.Errors(json));
  return fail('schema', `${first?.path ?? ''}: ${first?.message ?? 'refused'}`);
};
