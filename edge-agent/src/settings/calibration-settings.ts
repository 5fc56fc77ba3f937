import { GROUND_MARKS, HeadHeight } from '@throng/contract';
import Type from 'typebox';

export { Distortion, Pixel } from '@throng/contract';

/** How a camera's picture and the ground belong together: what was marked and measured. */
export const Calibration = Type.Object(
  {
    ...GROUND_MARKS,
    headHeight: HeadHeight,
    /** Who marked it. The time (`calibratedAt`) goes out with the health, the name never. */
    calibratedBy: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
  },
  { additionalProperties: false },
);
export type Calibration = Type.Static<typeof Calibration>;
