import Type from 'typebox';

/** How a show is stopped: by two people, and then by this list. */
export const ShowStopSettings = Type.Object(
  {
    /** Seconds that the second person has to confirm. */
    confirmSeconds: Type.Integer({ minimum: 10, maximum: 600, default: 60 }),
    /** What has to be done once the show is stopped, in the venue's own words and order. */
    checklist: Type.Array(Type.String({ minLength: 1, maxLength: 200 }), {
      maxItems: 30,
      default: [
        'Music stopped',
        'House lights up',
        'Announcement read to the crowd',
        'Exit gates opened',
        'Front barrier relieved',
        'Medical team informed',
        'Police and fire service informed',
        'Entry stopped',
      ],
    }),
  },
  { additionalProperties: false, default: {} },
);
export type ShowStopSettings = Type.Static<typeof ShowStopSettings>;
