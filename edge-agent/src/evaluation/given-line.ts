import { Coordinates, fail, ok, type Result } from '@throng/contract';
import Type from 'typebox';
import type { MeasuredLine } from '../flow/line-view.js';

const Metres = Type.Number({ minimum: -100_000, maximum: 100_000 });
const Ends = Type.Union([
  Type.Tuple([Metres, Metres, Metres, Metres]),
  Type.Tuple([Coordinates, Coordinates]),
]);

/** A line of a `truth.json`: `[x1, y1, x2, y2]`, `[[x1, y1], [x2, y2]]`, or an object with such a `line`. */
export const LineGiven = Type.Union([Ends, Type.Object({ line: Ends })]);
export type LineGiven = Type.Static<typeof LineGiven>;

/** The ends of a line, metres: x1, y1, x2, y2. */
export type LineEnds = readonly [number, number, number, number];

export const endsOf = (given: LineGiven): LineEnds => {
  const line = 'line' in given ? given.line : given;
  if (line.length === 4) return line;
  const [[x1, y1], [x2, y2]] = line;
  return [x1, y1, x2, y2];
};

/** A line to count on, named by its place in the list. */
export const measuredLine = ([x1, y1, x2, y2]: LineEnds, index: number): MeasuredLine => ({
  passage: `line-${index}`,
  line: { from: { x: x1, y: y1 }, to: { x: x2, y: y2 } },
});

/** Reads `x1,y1,x2,y2` in metres, as it is given on the command line. */
export const parseLine = (text: string): Result<LineEnds, 'line-invalid'> => {
  const parts = text.split(',').map((part) => part.trim());
  const [x1 = Number.NaN, y1 = Number.NaN, x2 = Number.NaN, y2 = Number.NaN] = parts.map((part) =>
    part === '' ? Number.NaN : Number(part),
  );
  const ends = [x1, y1, x2, y2] as const;
  if (parts.length !== 4 || !ends.every((end) => Number.isFinite(end))) {
    return fail('line-invalid', `"${text}" is no line; give four numbers in metres: x1,y1,x2,y2`);
  }
  const fault = lineFault(ends);
  return fault === undefined ? ok(ends) : fail('line-invalid', fault);
};

/** What is wrong with a line, with the remedy. */
export const lineFault = ([x1, y1, x2, y2]: LineEnds): string | undefined =>
  x1 === x2 && y1 === y2
    ? `${x1},${y1},${x2},${y2} has no length; give two different points`
    : undefined;
