import { fail, ok, type Result } from '@throng/contract';
import type { CountError } from '@throng/crowd';
import { decodeYolox } from '../detection/decode-yolox.js';
import { fromLetterbox } from '../detection/letterbox.js';
import { suppressNonMaxima } from '../detection/non-maximum-suppression.js';
import type { LoadedModel, TensorValue } from '../ports/loaded-model.js';
import type { Detection, PersonDetector } from '../ports/person-detector.js';
import type { Picture } from '../ports/picture.js';
import { frameTensor } from './frame-tensor.js';
import type { PersonFormat } from './model-format.js';

/** Boxes that overlap more than this are one person; YOLOX's own choice. */
const OVERLAP_LIMIT = 0.45;

/** An upstream YOLOX file: a small graph of ours makes its input, and plain code reads its raw output. */
export class YoloxPersonDetector implements PersonDetector {
  constructor(
    readonly id: string,
    readonly error: CountError,
    private readonly model: LoadedModel,
    private readonly format: Extract<PersonFormat, { kind: 'yolox' }>,
    private readonly letterbox: LoadedModel,
    private readonly leastScore: number,
  ) {}

  async detect(picture: Picture): Promise<Result<readonly Detection[], 'model-failed'>> {
    const { input, inputName, outputName, columns } = this.format;
    const prepared = await this.#prepare(picture);
    if (!prepared.ok) return prepared;
    const outputs = await this.model.run({ [inputName]: prepared.value });
    if (!outputs.ok) return outputs;
    const raw = outputs.value[outputName]?.values;
    if (!(raw instanceof Float32Array) || raw.length % columns !== 0) {
      return fail('model-failed', `${this.id} answered no rows of ${columns} values`);
    }
    const people = suppressNonMaxima(
      decodeYolox(raw, columns, input, this.leastScore),
      OVERLAP_LIMIT,
    );
    return ok(people.map((box) => fromLetterbox(box, picture, input)));
  }

  async #prepare(picture: Picture): Promise<Result<TensorValue, 'model-failed'>> {
    const { width, height } = this.format.input;
    const size: TensorValue = {
      type: 'int64',
      dims: [2],
      values: BigInt64Array.of(BigInt(height), BigInt(width)),
    };
    const prepared = await this.letterbox.run({ frames: frameTensor(picture), size });
    if (!prepared.ok) return prepared;
    const { images } = prepared.value;
    return images === undefined
      ? fail('model-failed', 'the letterbox graph answered no images')
      : ok(images);
  }
}
