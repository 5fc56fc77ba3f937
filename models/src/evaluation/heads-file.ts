import { fail, ok, type Result, shapeOf } from '@throng/contract';
import Type from 'typebox';

const HeadsFile = Type.Record(
  Type.String({ minLength: 1 }),
  Type.Object({
    width: Type.Integer({ minimum: 1 }),
    height: Type.Integer({ minimum: 1 }),
    part: Type.Optional(Type.String({ minLength: 1 })),
    heads: Type.Array(Type.Array(Type.Number(), { minItems: 2, maxItems: 2 })),
  }),
);
const headsShape = shapeOf(HeadsFile);

/** A picture whose heads were marked by people. */
export interface MarkedPicture {
  readonly file: string;
  /** A group that is judged by itself; "all" where the file names none. */
  readonly part: string;
  readonly width: number;
  readonly height: number;
  /** Heads in the picture, persons. */
  readonly truth: number;
}

const SHOWN = 5;

/** Reads the contents of `heads.json`: {file: {width, height, part?, heads: [[x, y], …]}}. */
export const parseHeads = (value: unknown): Result<readonly MarkedPicture[], 'heads-invalid'> => {
  const checked = headsShape(value);
  if (!checked.ok) {
    const faults = checked.faults.slice(0, SHOWN).map(({ path, message }) => `${path} ${message}`);
    const more = checked.faults.length > SHOWN ? `; and ${checked.faults.length - SHOWN} more` : '';
    return fail('heads-invalid', `heads.json: ${faults.join('; ')}${more}`);
  }
  const pictures = Object.entries(checked.value).map(
    ([file, { part = 'all', heads, ...size }]) => ({
      ...size,
      file,
      part,
      truth: heads.length,
    }),
  );
  return pictures.length > 0
    ? ok(pictures)
    : fail(
        'heads-invalid',
        'heads.json lists no picture; add {"file.jpg": {width, height, heads}}',
      );
};
