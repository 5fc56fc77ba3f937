import Type from 'typebox';

/** Drills with a recorded or simulated crowd. */
export const DrillSettings = Type.Object(
  {
    /** Folder of recordings, NAME.jsonl each, as `throng-server simulate` writes them; none: no drills. */
    folder: Type.Optional(Type.String({ minLength: 1, maxLength: 1_000 })),
  },
  { additionalProperties: false, default: {} },
);
export type DrillSettings = Type.Static<typeof DrillSettings>;
