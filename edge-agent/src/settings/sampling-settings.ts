import Type from 'typebox';

/** How the models' time is shared where it is not enough for every frame of every camera. */
export const SamplingSettings = Type.Object(
  {
    /** Frames per second that each camera gets before risk shares out the rest. */
    floor: Type.Number({ minimum: 0.05, maximum: 60 }),
    /**
     * Look with the density model once a second only, while a camera shows so few people that the
     * detector's count stands alone.
     */
    restDensity: Type.Boolean(),
  },
  { additionalProperties: false },
);
export type SamplingSettings = Type.Static<typeof SamplingSettings>;
