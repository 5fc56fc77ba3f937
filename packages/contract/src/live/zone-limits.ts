import Type from 'typebox';
import { Identifier } from '../identifier.js';
import { AlertBands } from '../venue/venue-definition.js';

/** Which rule a limit comes from. */
export const LimitOrigin = Type.Object(
  {
    /** The default for the kind of zone, the venue's rule for that kind, or the zone's own. */
    from: Type.Union([Type.Literal('default'), Type.Literal('venue'), Type.Literal('zone')]),
    /** The phase of the evening that the rule is for; null for one of any time. */
    phase: Type.Union([
      Type.Object(
        { id: Identifier, name: Type.String({ maxLength: 80 }) },
        { additionalProperties: false },
      ),
      Type.Null(),
    ]),
  },
  { additionalProperties: false },
);
export type LimitOrigin = Type.Static<typeof LimitOrigin>;

/** The limits in force in a zone, persons/m² (SPEC LV14). */
export const ZoneLimits = Type.Object(
  { bands: AlertBands, origin: LimitOrigin },
  { additionalProperties: false },
);
export type ZoneLimits = Type.Static<typeof ZoneLimits>;
