import Type from 'typebox';
import { Identifier } from '../identifier.js';

/** Metres in the venue's own plane: x to the right of the plan, y up. Written `[x, y]`. */
export const Coordinates = Type.Tuple([
  Type.Number({ minimum: -100_000, maximum: 100_000 }),
  Type.Number({ minimum: -100_000, maximum: 100_000 }),
]);
export type Coordinates = Type.Static<typeof Coordinates>;

/** An open ring: the last corner joins the first. */
export const Ring = Type.Array(Coordinates, { minItems: 3, maxItems: 500 });
export type Ring = Type.Static<typeof Ring>;

const Name = Type.String({ minLength: 1, maxLength: 80 });

export const ZoneKind = Type.Union([
  Type.Literal('walkway'),
  Type.Literal('stairs'),
  Type.Literal('queue'),
  Type.Literal('viewing'),
]);

/** What people come to a zone for. */
export const ZoneService = Type.Union([
  Type.Literal('gate'),
  Type.Literal('concession'),
  Type.Literal('medical'),
]);
export type ZoneService = Type.Static<typeof ZoneService>;

const Band = Type.Number({ exclusiveMinimum: 0, maximum: 12 });

/** Persons/m² from which each band begins; strictly rising. */
export const AlertBands = Type.Object(
  { watch: Band, warning: Band, critical: Band, emergency: Band },
  { additionalProperties: false },
);
export type AlertBands = Type.Static<typeof AlertBands>;

/** Bands for a phase of the venue's calendar, by the phase's id. */
export const BandsByPhase = Type.Record(Identifier, AlertBands, {
  additionalProperties: false,
  maxProperties: 50,
});

export const ZoneDefinition = Type.Object(
  {
    id: Identifier,
    name: Name,
    kind: ZoneKind,
    /** Walkable area: leave out what nobody can stand on. */
    polygon: Ring,
    /** What people come to it for: reports tell when it was under pressure. */
    serves: Type.Optional(ZoneService),
    /** In place of the defaults for the kind; approved by the venue's safety officer. */
    bands: Type.Optional(AlertBands),
    /** In their place while the phase lasts. */
    bandsByPhase: Type.Optional(BandsByPhase),
  },
  { additionalProperties: false },
);
export type ZoneDefinition = Type.Static<typeof ZoneDefinition>;

/** A way between two zones, or between a zone and the outside (`outside`). `in` counts from → to. */
export const PassageDefinition = Type.Object(
  {
    id: Identifier,
    name: Name,
    from: Identifier,
    to: Identifier,
    /** The measurement line across the passage. */
    line: Type.Tuple([Coordinates, Coordinates]),
    /** Effective width in metres; the line's length where it is not given. */
    width: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 200 })),
  },
  { additionalProperties: false },
);
export type PassageDefinition = Type.Static<typeof PassageDefinition>;

export const CameraDefinition = Type.Object(
  {
    id: Identifier,
    name: Name,
    edge: Identifier,
    /** The ground this camera answers for. No two cameras share ground, so that nobody is counted twice. */
    area: Ring,
  },
  { additionalProperties: false },
);
export type CameraDefinition = Type.Static<typeof CameraDefinition>;

/** Far more than any venue's ground, metres. */
const Side = Type.Number({ exclusiveMinimum: 0, maximum: 100_000 });

/** A picture of the floor without people, as the server keeps it, and where it lies (SPEC VD9). */
export const FloorPlan = Type.Object(
  {
    /** SHA-256 of the picture's bytes in hexadecimal, by which the server gives it out. */
    image: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    /** Where its lower left corner lies; its sides are parallel to the axes. */
    origin: Coordinates,
    /** Metres from left to right, and from bottom to top. */
    width: Side,
    height: Side,
  },
  { additionalProperties: false },
);
export type FloorPlan = Type.Static<typeof FloorPlan>;

export const VenueDefinition = Type.Object(
  {
    id: Identifier,
    name: Name,
    zones: Type.Array(ZoneDefinition, { minItems: 1, maxItems: 2_000 }),
    passages: Type.Array(PassageDefinition, { maxItems: 8_000 }),
    cameras: Type.Array(CameraDefinition, { minItems: 1, maxItems: 2_000 }),
    /** Lines of the floor plan, drawn under the map. */
    walls: Type.Optional(
      Type.Array(Type.Array(Coordinates, { minItems: 2, maxItems: 500 }), { maxItems: 5_000 }),
    ),
    /** A picture drawn under everything else. */
    floorPlan: Type.Optional(FloorPlan),
  },
  { additionalProperties: false, $id: 'venue-definition' },
);
export type VenueDefinition = Type.Static<typeof VenueDefinition>;

/** The name of everything beyond the venue's zones, as the end of a passage. */
export const OUTSIDE = 'outside';
