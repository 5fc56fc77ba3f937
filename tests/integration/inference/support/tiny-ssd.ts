import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Anchors per side: the picture is looked at in 4 × 4 places. */
const SIDE = 4;
const CLASSES = 90;

const shape = (...sizes: number[]) => ({
  shape: { dim: sizes.map((size) => ({ size: `${size}` })) },
});
const type = (name: string) => ({ type: name });

/** Boxes of the anchors: top, left, bottom, right as shares of the picture. */
const anchors = (): number[] =>
  Array.from({ length: SIDE * SIDE }, (_, index) => {
    const [row, column] = [Math.floor(index / SIDE), index % SIDE];
    return [row / SIDE, column / SIDE, (row + 1) / SIDE, (column + 1) / SIDE];
  }).flat();

interface Weight {
  readonly name: string;
  readonly dtype: 'int32' | 'float32';
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

const BOXES = 'Postprocessor/ExpandDims_1';
const SCORES = 'Postprocessor/Slice';

const weights: readonly Weight[] = [
  { name: 'size', dtype: 'int32', shape: [2], values: [SIDE, SIDE] },
  { name: 'full', dtype: 'float32', shape: [], values: [1 / 255] },
  { name: 'rows', dtype: 'int32', shape: [3], values: [1, SIDE * SIDE, 3] },
  { name: 'rest', dtype: 'int32', shape: [3, 2], values: [0, 0, 0, 0, 0, CLASSES - 3] },
  { name: 'nothing', dtype: 'float32', shape: [], values: [0] },
  { name: 'anchors', dtype: 'float32', shape: [1, SIDE * SIDE, 1, 4], values: anchors() },
];

/**
 * A detector with the interface of ssdlite_mobilenet_v2 (`image_tensor` int32 [1, H, W, 3] → scores
 * [1, anchors, 90], boxes [1, anchors, 1, 4]): a place is a person as far as it is red, a bicycle as
 * far as it is green, a car as far as it is blue.
 */
const node = [
  {
    name: 'image_tensor',
    op: 'Placeholder',
    attr: { dtype: type('DT_INT32'), shape: shape(1, -1, -1, 3) },
  },
  ...weights.map(({ name, dtype, shape: sizes }) => ({
    name,
    op: 'Const',
    attr: {
      dtype: type(dtype === 'int32' ? 'DT_INT32' : 'DT_FLOAT'),
      value: {
        tensor: {
          dtype: dtype === 'int32' ? 'DT_INT32' : 'DT_FLOAT',
          tensorShape: shape(...sizes).shape,
        },
      },
    },
  })),
  {
    name: 'picture',
    op: 'Cast',
    input: ['image_tensor'],
    attr: { SrcT: type('DT_INT32'), DstT: type('DT_FLOAT') },
  },
  {
    name: 'places',
    op: 'ResizeBilinear',
    input: ['picture', 'size'],
    attr: { T: type('DT_FLOAT'), align_corners: { b: false }, half_pixel_centers: { b: true } },
  },
  { name: 'share', op: 'Mul', input: ['places', 'full'], attr: { T: type('DT_FLOAT') } },
  {
    name: 'list',
    op: 'Reshape',
    input: ['share', 'rows'],
    attr: { T: type('DT_FLOAT'), Tshape: type('DT_INT32') },
  },
  {
    name: SCORES,
    op: 'PadV2',
    input: ['list', 'rest', 'nothing'],
    attr: { T: type('DT_FLOAT'), Tpaddings: type('DT_INT32') },
  },
  { name: BOXES, op: 'Identity', input: ['anchors'], attr: { T: type('DT_FLOAT') } },
];

const bytes = ({ dtype, values }: Weight): Uint8Array =>
  new Uint8Array((dtype === 'int32' ? Int32Array : Float32Array).from(values).buffer);

/** Writes the model as a TensorFlow.js graph model, its weights in two files as real ones have it. */
export const writeTinySsd = async (folder: string): Promise<void> => {
  const all = Buffer.concat(weights.map(bytes));
  const cut = 20;
  await writeFile(join(folder, 'group1-shard1of2.bin'), all.subarray(0, cut));
  await writeFile(join(folder, 'group1-shard2of2.bin'), all.subarray(cut));
  await writeFile(
    join(folder, 'model.json'),
    JSON.stringify({
      format: 'graph-model',
      modelTopology: { node, library: {}, versions: { producer: 38 } },
      weightsManifest: [
        {
          paths: ['group1-shard1of2.bin', 'group1-shard2of2.bin'],
          weights: weights.map(({ name, dtype, shape: sizes }) => ({ name, dtype, shape: sizes })),
        },
      ],
    }),
  );
};
