import { CalendarDefinition, Timestamp, VenueDefinition } from '@throng/contract';
import Type from 'typebox';

const closed = { additionalProperties: false } as const;
const VersionNumber = Type.Integer({ minimum: 1, maximum: 1_000_000_000 });

export const VersionParameters = Type.Object({ version: VersionNumber });

export const VersionHeads = Type.Array(
  Type.Object({
    version: VersionNumber,
    savedAt: Timestamp,
    savedBy: Type.String(),
    note: Type.String(),
    isInForce: Type.Boolean(),
  }),
  { description: 'newest first' },
);

export const VersionWhole = Type.Object({
  version: VersionNumber,
  venue: VenueDefinition,
  calendar: CalendarDefinition,
});

/** Venue and calendar are checked by the rules of the venue file, so that every fault is told at once. */
export const VersionDraft = Type.Object(
  {
    basedOn: Type.Integer({ minimum: 0, description: 'the newest version, as you know it' }),
    note: Type.String({ maxLength: 500, description: 'what was changed, and why' }),
    venue: Type.Unknown(),
    calendar: Type.Unknown(),
  },
  closed,
);

export const SavedVersion = Type.Object({ version: VersionNumber }, closed);

export const PictureParameters = Type.Object({ id: Type.String({ pattern: '^[0-9a-f]{64}$' }) });
export const KeptPicture = Type.Object(
  { id: Type.String({ description: 'SHA-256 of its bytes, for `floorPlan.image`' }) },
  closed,
);
