import Type from 'typebox';

/** Windows that no server has surely heard; they lie in the folder of `state`. */
export const SpoolSettings = Type.Object(
  {
    /** Megabytes of disk; beyond it the oldest history is thinned. */
    maxMegabytes: Type.Number({ minimum: 1, maximum: 100_000 }),
    /** Hours after which a window is given up. */
    maxHours: Type.Number({ minimum: 0.1, maximum: 8_760 }),
    /** Windows sent per second after an outage, beside the live ones. */
    latePerSecond: Type.Number({ minimum: 1, maximum: 1_000 }),
    /**
     * Who must have heard a window before it is given up: `server`, while it says that it is there,
     * or `broker`, for a venue whose windows go to other MQTT programs.
     */
    until: Type.Union([Type.Literal('server'), Type.Literal('broker')]),
  },
  { additionalProperties: false },
);
export type SpoolSettings = Type.Static<typeof SpoolSettings>;

export const SPOOL_DEFAULTS = {
  maxMegabytes: 256,
  maxHours: 48,
  latePerSecond: 100,
  until: 'server',
} as const;
