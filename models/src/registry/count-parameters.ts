import { PbfReader } from 'pbf';

/** Field numbers of onnx.proto3, whose messages these readers walk. */
const MODEL = { graph: 7 } as const;
const GRAPH = { node: 1, initializer: 5 } as const;
const NODE = { attribute: 5 } as const;
const ATTRIBUTE = { graph: 6, graphs: 11 } as const;
const TENSOR = { dims: 1, dataType: 2 } as const;

/** TensorProto.DataType of what training moves: float, float16, double, bfloat16. */
const TRAINED_TYPES = new Set([1, 10, 11, 16]);

/** A field's protobuf wire type, of those that matter here. */
const LENGTH_DELIMITED = 2;

const initializerSize = (reader: PbfReader): number => {
  const tensor = reader.readMessage(
    (tag, found: { size: number; type: number }, pbf) => {
      if (tag === TENSOR.dataType) found.type = pbf.readVarint();
      if (tag !== TENSOR.dims) return;
      const sizes = pbf.type === LENGTH_DELIMITED ? pbf.readPackedVarint() : [pbf.readVarint()];
      for (const size of sizes) found.size *= size;
    },
    { size: 1, type: 0 },
  );
  return TRAINED_TYPES.has(tensor.type) ? tensor.size : 0;
};

interface Count {
  parameters: number;
}

const readGraph = (tag: number, count: Count, pbf: PbfReader): void => {
  if (tag === GRAPH.initializer) count.parameters += initializerSize(pbf);
  if (tag === GRAPH.node) pbf.readMessage(readNode, count);
};

const readNode = (tag: number, count: Count, pbf: PbfReader): void => {
  if (tag === NODE.attribute) pbf.readMessage(readAttribute, count);
};

/** Branches and loops hold graphs of their own. */
const readAttribute = (tag: number, count: Count, pbf: PbfReader): void => {
  if (tag === ATTRIBUTE.graph || tag === ATTRIBUTE.graphs) pbf.readMessage(readGraph, count);
};

/**
 * Trained numbers in an ONNX file: the elements of its floating-point initialisers, in branches too.
 * Folding a normalisation into a convolution takes away a few numbers that training counts, and
 * constants of the preprocessing add a few: expect a per cent of difference from the training's count.
 * Throws on bytes that are no protobuf.
 */
export const countParameters = (file: Uint8Array): number => {
  const count: Count = { parameters: 0 };
  new PbfReader(file).readFields((tag, total, pbf) => {
    if (tag === MODEL.graph) pbf.readMessage(readGraph, total);
  }, count);
  return count.parameters;
};
