import { ELEMENT, type Graph, onnxFile } from './tiny-onnx.js';

const frames = { name: 'frames', type: ELEMENT.uint8, shape: ['N', 'H', 'W', 3] };
const perCell = 8 * 8 * 3;

/**
 * A density graph: a cell that is white throughout holds one person, a black one nobody. One
 * convolution, 192 parameters; the picture is padded inside.
 */
export const tinyDensity: Graph = {
  inputs: [frames],
  outputs: [{ name: 'density', type: ELEMENT.float, shape: ['N', 'rows', 'columns'] }],
  initializers: [
    {
      name: 'weights',
      type: ELEMENT.float,
      dims: [1, 3, 8, 8],
      values: Array.from({ length: perCell }, () => 1 / (perCell * 255)),
    },
    { name: 'channel', type: ELEMENT.int64, dims: [1], values: [1] },
  ],
  nodes: [
    { op: 'Cast', inputs: ['frames'], outputs: ['floats'], attributes: { to: ELEMENT.float } },
    {
      op: 'Transpose',
      inputs: ['floats'],
      outputs: ['planes'],
      attributes: { perm: [0, 3, 1, 2] },
    },
    {
      op: 'Conv',
      inputs: ['planes', 'weights'],
      outputs: ['cells'],
      // 7 more at the right and the bottom make the last cell whole, whatever the size
      attributes: { kernel_shape: [8, 8], strides: [8, 8], pads: [0, 0, 7, 7] },
    },
    { op: 'Squeeze', inputs: ['cells', 'channel'], outputs: ['density'] },
  ],
};

/** Boxes of the tiny detector, left, top, right, bottom. */
export const TINY_BOXES = [
  [10, 10, 30, 50],
  [40, 10, 60, 50],
] as const;

/** A detector that always finds the same two people, with scores 0.9 and 0.3. */
export const tinyPerson: Graph = {
  inputs: [frames],
  outputs: [
    { name: 'boxes', type: ELEMENT.float, shape: ['K', 4] },
    { name: 'scores', type: ELEMENT.float, shape: ['K'] },
    { name: 'batch', type: ELEMENT.int64, shape: ['K'] },
  ],
  initializers: [
    { name: 'two', type: ELEMENT.float, dims: [2, 4], values: TINY_BOXES.flat() },
    { name: 'sure', type: ELEMENT.float, dims: [2], values: [0.9, 0.3] },
    { name: 'axis', type: ELEMENT.int64, dims: [1], values: [0] },
    { name: 'nothing', type: ELEMENT.float, dims: [], values: [0] },
    { name: 'first', type: ELEMENT.int64, dims: [2], values: [0, 0] },
  ],
  nodes: [
    { op: 'Cast', inputs: ['frames'], outputs: ['floats'], attributes: { to: ELEMENT.float } },
    {
      op: 'ReduceMean',
      inputs: ['floats'],
      outputs: ['light'],
      attributes: { axes: [0, 1, 2, 3], keepdims: 0 },
    },
    { op: 'Mul', inputs: ['light', 'nothing'], outputs: ['zero'] },
    { op: 'Add', inputs: ['sure', 'zero'], outputs: ['lit'] },
    // how many are found is known at run time only, as in a real detector
    { op: 'NonZero', inputs: ['lit'], outputs: ['places'] },
    { op: 'Squeeze', inputs: ['places', 'axis'], outputs: ['found'] },
    { op: 'Gather', inputs: ['lit', 'found'], outputs: ['scores'] },
    { op: 'Gather', inputs: ['two', 'found'], outputs: ['boxes'] },
    { op: 'Gather', inputs: ['first', 'found'], outputs: ['batch'] },
  ],
};

export const densityFile = (): Uint8Array => onnxFile(tinyDensity);
export const personFile = (): Uint8Array => onnxFile(tinyPerson);
