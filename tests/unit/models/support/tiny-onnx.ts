import { PbfWriter } from 'pbf';

/** Element types of onnx.proto3. */
export const ELEMENT = { float: 1, uint8: 2, int64: 7, float16: 10 } as const;
export type Element = (typeof ELEMENT)[keyof typeof ELEMENT];

export interface Initializer {
  readonly name: string;
  readonly type: Element;
  readonly dims: readonly number[];
  readonly values: readonly number[];
}

/** An attribute: whole numbers, or one. */
export type Attribute = number | readonly number[];

export interface Node {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, Attribute>>;
}

export interface Value {
  readonly name: string;
  readonly type: Element;
  readonly shape: readonly (number | string)[];
}

export interface Graph {
  readonly nodes: readonly Node[];
  readonly initializers: readonly Initializer[];
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
}

const rawData = ({ type, values }: Initializer): Uint8Array => {
  if (type === ELEMENT.int64) return new Uint8Array(BigInt64Array.from(values, BigInt).buffer);
  if (type === ELEMENT.float) return new Uint8Array(Float32Array.from(values).buffer);
  return new Uint8Array(values.length * (type === ELEMENT.float16 ? 2 : 1));
};

const writeTensor = (tensor: Initializer, pbf: PbfWriter): void => {
  pbf.writePackedVarint(1, [...tensor.dims]);
  pbf.writeVarintField(2, tensor.type);
  pbf.writeStringField(8, tensor.name);
  pbf.writeBytesField(9, rawData(tensor));
};

const writeAttribute = ([name, value]: [string, Attribute], pbf: PbfWriter): void => {
  pbf.writeStringField(1, name);
  if (typeof value === 'number') pbf.writeVarintField(3, value);
  else pbf.writePackedVarint(8, [...value]);
  pbf.writeVarintField(20, typeof value === 'number' ? 2 : 7);
};

const writeNode = ({ op, inputs, outputs, attributes = {} }: Node, pbf: PbfWriter): void => {
  for (const input of inputs) pbf.writeStringField(1, input);
  for (const output of outputs) pbf.writeStringField(2, output);
  pbf.writeStringField(4, op);
  for (const attribute of Object.entries(attributes))
    pbf.writeMessage(5, writeAttribute, attribute);
};

const writeDimension = (size: number | string, pbf: PbfWriter): void => {
  if (typeof size === 'number') pbf.writeVarintField(1, size);
  else pbf.writeStringField(2, size);
};

const writeShape = (shape: Value['shape'], pbf: PbfWriter): void => {
  for (const size of shape) pbf.writeMessage(1, writeDimension, size);
};

const writeTensorType = ({ type, shape }: Value, pbf: PbfWriter): void => {
  pbf.writeVarintField(1, type);
  pbf.writeMessage(2, writeShape, shape);
};

const writeType = (value: Value, pbf: PbfWriter): void =>
  pbf.writeMessage(1, writeTensorType, value);

const writeValue = (value: Value, pbf: PbfWriter): void => {
  pbf.writeStringField(1, value.name);
  pbf.writeMessage(2, writeType, value);
};

const writeGraph = ({ nodes, initializers, inputs, outputs }: Graph, pbf: PbfWriter): void => {
  for (const node of nodes) pbf.writeMessage(1, writeNode, node);
  pbf.writeStringField(2, 'tiny');
  for (const tensor of initializers) pbf.writeMessage(5, writeTensor, tensor);
  for (const value of inputs) pbf.writeMessage(11, writeValue, value);
  for (const value of outputs) pbf.writeMessage(12, writeValue, value);
};

/** An ONNX file of operator set 13, written by hand so that no binary needs to be kept. */
export const onnxFile = (graph: Graph): Uint8Array => {
  const pbf = new PbfWriter();
  pbf.writeVarintField(1, 8);
  pbf.writeMessage(7, writeGraph, graph);
  pbf.writeMessage(
    8,
    (version: number, below: PbfWriter) => below.writeVarintField(2, version),
    13,
  );
  return pbf.finish();
};
