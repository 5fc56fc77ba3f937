import { Coordinates, Timestamp } from '@throng/contract';
import Type from 'typebox';

export const Pixel = Type.Tuple([
  Type.Number({ minimum: 0, maximum: 20_000 }),
  Type.Number({ minimum: 0, maximum: 20_000 }),
]);
const Place = Type.Number({ minimum: -100_000, maximum: 100_000 });
const Coefficient = Type.Number({ minimum: -10, maximum: 10 });
const Metres = Type.Number({ exclusiveMinimum: 0, maximum: 1_000 });

/** A lens as OpenCV describes it: see `LensDistortion` of @throng/crowd. */
export const Distortion = Type.Object(
  {
    model: Type.Literal('brown-conrady'),
    k1: Coefficient,
    k2: Type.Optional(Coefficient),
    k3: Type.Optional(Coefficient),
    p1: Type.Optional(Coefficient),
    p2: Type.Optional(Coefficient),
    /** Pixels of `imageSize` that count as 1: OpenCV's focal length; half the diagonal by default. */
    unitPixels: Type.Optional(Type.Number({ minimum: 1, maximum: 100_000 })),
    /** Where the optical axis meets the picture; its middle by default. */
    centre: Type.Optional(Pixel),
  },
  { additionalProperties: false },
);
export type Distortion = Type.Static<typeof Distortion>;

/** How a camera's picture and the ground belong together: what was marked and measured. */
export const Calibration = Type.Object(
  {
    /** Width and height of the picture in which everything here was marked, pixels. */
    imageSize: Type.Tuple([
      Type.Integer({ minimum: 32, maximum: 20_000 }),
      Type.Integer({ minimum: 32, maximum: 20_000 }),
    ]),
    /**
     * Marks on the ground: where they are in the picture and where in the venue, metres. Four or
     * more; with `lengths` or `standing` two, which place on the plan what those tell.
     */
    pairs: Type.Array(
      Type.Object({ pixel: Pixel, ground: Coordinates }, { additionalProperties: false }),
      { maxItems: 200 },
    ),
    /** Known lengths between two points of the ground. */
    lengths: Type.Optional(
      Type.Array(
        Type.Object({ from: Pixel, to: Pixel, metres: Metres }, { additionalProperties: false }),
        { maxItems: 200 },
      ),
    ),
    /** Upright things or people of known height. */
    standing: Type.Optional(
      Type.Array(
        Type.Object({ foot: Pixel, head: Pixel, metres: Metres }, { additionalProperties: false }),
        { maxItems: 200 },
      ),
    ),
    /** Height of the lens above the ground as measured, metres. */
    cameraHeight: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 500 })),
    /** Angle that the picture spans from left to right, degrees; used with `lengths` and `standing`. */
    fieldOfView: Type.Optional(Type.Number({ minimum: 2, maximum: 160 })),
    /** Where the lens is, metres; estimated from the pairs where it is not given. */
    cameraPosition: Type.Optional(
      Type.Tuple([Place, Place, Type.Number({ exclusiveMinimum: 0, maximum: 500 })]),
    ),
    /** What the lens does to straight lines; none by default. */
    distortion: Type.Optional(Distortion),
    /** Mean height of heads above the ground, metres. */
    headHeight: Type.Number({ minimum: 0.5, maximum: 2.2 }),
    /** When and by whom this was marked. The time goes out with the health, the name never. */
    calibratedAt: Type.Optional(Timestamp),
    calibratedBy: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
  },
  { additionalProperties: false },
);
export type Calibration = Type.Static<typeof Calibration>;
