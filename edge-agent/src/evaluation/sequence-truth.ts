import { Coordinates, type Fault, fail, faultLines, type Result, shapeOf } from '@throng/contract';
import Type from 'typebox';
import type { Calibration } from '../settings/calibration-settings.js';
import { LineGiven } from './given-line.js';

const Pixel = Type.Tuple([Type.Number(), Type.Number()]);

/** A `truth.json`: a video, its calibration, and who stood where in each frame. Further fields are ignored. */
export const SequenceTruth = Type.Object({
  /** Name of the video in the same folder, or of a folder of images. */
  video: Type.String({ minLength: 1 }),
  fps: Type.Number({ exclusiveMinimum: 0 }),
  width: Type.Integer({ minimum: 32, maximum: 20_000 }),
  height: Type.Integer({ minimum: 32, maximum: 20_000 }),
  /** Where the lens is: x, y on the ground and its height, metres. */
  camera_position_m: Type.Optional(Type.Tuple([Type.Number(), Type.Number(), Type.Number()])),
  calibration_pairs: Type.Array(Type.Object({ pixel: Pixel, ground: Coordinates })),
  /** The ground to judge, metres; without it all that is seen well enough. */
  area: Type.Optional(Type.Array(Coordinates, { minItems: 3 })),
  frames: Type.Array(
    Type.Object({
      /** Number of the frame in the video, from 0. */
      frame: Type.Integer({ minimum: 0 }),
      people: Type.Array(
        Type.Object({
          ground: Coordinates,
          /** The same person has the same id in each frame; lines are counted by it. */
          id: Type.Optional(Type.Union([Type.Integer(), Type.String()])),
        }),
      ),
    }),
    { minItems: 1 },
  ),
  /** Lines on which those who cross are to be counted, metres. */
  lines: Type.Optional(Type.Array(LineGiven, { maxItems: 64 })),
});
export type SequenceTruth = Type.Static<typeof SequenceTruth>;

const shape = shapeOf(SequenceTruth);

const MOST_FAULTS = 10;

const listed = (faults: readonly Fault[], value: unknown): string => {
  const lines = faultLines(faults.slice(0, MOST_FAULTS), value);
  const more = faults.length > MOST_FAULTS ? [`… and ${faults.length - MOST_FAULTS} more`] : [];
  return [...lines, ...more].join('\n');
};

/** Reads a `truth.json`. */
export const parseSequenceTruth = (value: unknown): Result<SequenceTruth, 'truth-invalid'> => {
  const checked = shape(value);
  return checked.ok ? checked : fail('truth-invalid', listed(checked.faults, value));
};

const HEAD_HEIGHT = 1.6;

export const calibrationOf = (truth: SequenceTruth): Calibration => ({
  imageSize: [truth.width, truth.height],
  pairs: truth.calibration_pairs.map(({ pixel, ground }) => ({ pixel, ground })),
  ...(truth.camera_position_m === undefined ? {} : { cameraPosition: truth.camera_position_m }),
  headHeight: HEAD_HEIGHT,
});

/** Number of the frame → where its people stood. */
export const peopleByFrame = (truth: SequenceTruth) =>
  new Map(
    truth.frames.map(({ frame, people }) => [
      frame,
      people.map(({ ground: [x, y] }) => ({ x, y })),
    ]),
  );
