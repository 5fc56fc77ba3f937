import Type from 'typebox';
import { Timestamp } from '../timestamp.js';
import { Coordinates } from '../venue/venue-definition.js';

/** A place in a picture: right and down from its upper left corner, pixels. */
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

/** Polygons that nobody may look into, in pixels of the calibration's picture. */
export const Masks = Type.Array(Type.Array(Pixel, { minItems: 3, maxItems: 64 }), { maxItems: 32 });

/** Mean height of heads above the ground, metres. */
export const HeadHeight = Type.Number({ minimum: 0.5, maximum: 2.2 });

/** What was marked and measured of a camera, by whomever. */
export const GROUND_MARKS = {
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
  /** When this was marked. */
  calibratedAt: Type.Optional(Timestamp),
};

/** A calibration as it is pushed to a box: without who marked it (P9). */
export const PushedCalibration = Type.Object(
  { ...GROUND_MARKS, headHeight: Type.Optional(HeadHeight) },
  { additionalProperties: false },
);
export type PushedCalibration = Type.Static<typeof PushedCalibration>;
