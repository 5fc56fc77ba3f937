import Type from 'typebox';

/** How long the record of who did what is kept. */
export const AuditSettings = Type.Object(
  {
    /** Claims after an event come late: three years are the usual time in which they can be made. */
    retentionDays: Type.Number({ minimum: 1, maximum: 36_500, default: 1_095 }),
  },
  { additionalProperties: false, default: {} },
);
export type AuditSettings = Type.Static<typeof AuditSettings>;
