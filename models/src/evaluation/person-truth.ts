import { fail, ok, type Result, shapeOf } from '@throng/contract';
import type { Box } from '@throng/inference';
import Type from 'typebox';

const Rectangle = Type.Array(Type.Number(), { minItems: 4, maxItems: 4 });
const Side = Type.Integer({ minimum: 1, maximum: 20_000 });

const VideoTruth = Type.Object({
  video: Type.String({ minLength: 1 }),
  width: Side,
  height: Side,
  frames: Type.Array(
    Type.Object({
      frame: Type.Integer({ minimum: 0 }),
      people: Type.Array(Type.Object({ box: Rectangle })),
    }),
    { minItems: 1 },
  ),
});
const videoShape = shapeOf(VideoTruth);

const PictureTruth = Type.Record(
  Type.String({ minLength: 1 }),
  Type.Object({ width: Side, height: Side, people: Type.Array(Rectangle) }),
);
const pictureShape = shapeOf(PictureTruth);

/** A video whose people were marked, by frame number from 0. */
export interface MarkedVideo {
  readonly video: string;
  readonly width: number;
  readonly height: number;
  readonly frames: ReadonlyMap<number, readonly Box[]>;
}

/** Pictures whose people were marked. */
export interface MarkedPeople {
  readonly file: string;
  readonly people: readonly Box[];
}

const SHOWN = 5;

const told = (name: string, faults: readonly { path: string; message: string }[]) =>
  fail(
    'truth-invalid',
    `${name}: ${faults
      .slice(0, SHOWN)
      .map(({ path, message }) => `${path} ${message}`)
      .join('; ')}`,
  );

/** [x, y, width, height] as corners. */
const box = ([left = 0, top = 0, width = 0, height = 0]: readonly number[]): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

/** Reads `truth.json`: {video, width, height, frames: [{frame, people: [{box: [x, y, w, h]}]}]}. */
export const parseVideoTruth = (value: unknown): Result<MarkedVideo, 'truth-invalid'> => {
  const checked = videoShape(value);
  if (!checked.ok) return told('truth.json', checked.faults);
  const { video, width, height, frames } = checked.value;
  const marked = frames.map(
    ({ frame, people }) => [frame, people.map((person) => box(person.box))] as const,
  );
  return ok({ video, width, height, frames: new Map(marked) });
};

/** Reads `boxes.json`: {file: {width, height, people: [[x, y, w, h], …]}}. */
export const parsePeople = (value: unknown): Result<readonly MarkedPeople[], 'truth-invalid'> => {
  const checked = pictureShape(value);
  if (!checked.ok) return told('boxes.json', checked.faults);
  const pictures = Object.entries(checked.value);
  return pictures.length > 0
    ? ok(pictures.map(([file, { people }]) => ({ file, people: people.map(box) })))
    : fail(
        'truth-invalid',
        'boxes.json lists no picture; add {"file.jpg": {width, height, people}}',
      );
};
