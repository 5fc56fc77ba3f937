import { fail, ok, type Result } from '@throng/contract';
import { yoloxRows } from '../detection/decode-yolox.js';
import type { ModelSignature, TensorSpec } from '../ports/loaded-model.js';
import type { PictureSize } from '../ports/picture.js';

/** How a person model wants its frames, and how it answers. */
export type PersonFormat =
  | { readonly kind: 'exported' }
  | {
      readonly kind: 'yolox';
      readonly input: PictureSize;
      readonly inputName: string;
      readonly outputName: string;
      /** Values per row: 5 + classes. */
      readonly columns: number;
    };

const written = ({ name, type, shape }: TensorSpec): string =>
  `${name}: ${type}[${shape.join(', ')}]`;

const both = ({ inputs, outputs }: ModelSignature): string =>
  `${inputs.map(written).join(', ')} → ${outputs.map(written).join(', ')}`;

const takesFrames = ({ inputs: [input, second] }: ModelSignature): boolean =>
  second === undefined &&
  input?.name === 'frames' &&
  input.type === 'uint8' &&
  input.shape.length === 4 &&
  input.shape[3] === 3;

const has = ({ outputs }: ModelSignature, name: string, type: string): boolean =>
  outputs.some((output) => output.name === name && output.type === type);

const yoloxFormat = ({ inputs, outputs }: ModelSignature): PersonFormat | undefined => {
  const [input] = inputs;
  const [output] = outputs;
  if (input === undefined || output === undefined || input.type !== 'float32') return undefined;
  const [, channels, height, width] = input.shape;
  const [, rows, columns] = output.shape;
  if (typeof height !== 'number' || typeof width !== 'number' || channels !== 3) return undefined;
  if (typeof columns !== 'number' || columns < 6) return undefined;
  if (rows !== yoloxRows({ width, height })) return undefined;
  return {
    kind: 'yolox',
    input: { width, height },
    inputName: input.name,
    outputName: output.name,
    columns,
  };
};

/** Recognises a person model by its inputs and outputs. */
export const personFormat = (
  signature: ModelSignature,
): Result<PersonFormat, 'model-signature'> => {
  const exported =
    takesFrames(signature) &&
    has(signature, 'boxes', 'float32') &&
    has(signature, 'scores', 'float32') &&
    has(signature, 'batch', 'int64');
  if (exported) return ok({ kind: 'exported' });
  const yolox = yoloxFormat(signature);
  if (yolox !== undefined) return ok(yolox);
  return fail(
    'model-signature',
    `is no person model that is known here (frames: uint8[N, H, W, 3] → boxes, scores, batch; or YOLOX's raw output), but ${both(signature)}`,
  );
};

/** Makes sure that a model is a density model. */
export const densityFormat = (signature: ModelSignature): Result<true, 'model-signature'> =>
  takesFrames(signature) && has(signature, 'density', 'float32')
    ? ok(true)
    : fail(
        'model-signature',
        `is no density model (frames: uint8[N, H, W, 3] → density: float32[N, H/8, W/8]), but ${both(signature)}`,
      );
