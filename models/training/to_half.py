"""Halves the convolutional body of a graph to 16 bits; what goes in and comes out keeps its type.

    python to_half.py --model density.onnx --out density.fp16.onnx [--images DIR]

The body is what lies between the first convolution and the last. Resizing, padding, decoding and suppression stay at
32 bits: a 16-bit pixel coordinate above 2,048 is off by more than a pixel, and resizing takes its scales at 32 bits.
With --images both graphs are compared on real frames (needs onnxruntime and Pillow).
"""
import argparse
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

HALVED = {"Conv", "Relu", "Sigmoid", "Softplus", "Mul", "Add", "Concat", "MaxPool", "Slice", "Split", "Reshape", "Transpose"}
DATA_INPUTS = {"Slice": 1, "Split": 1, "Reshape": 1}  # the other inputs are sizes and places


def reached(nodes, step, link):
    """Names of the nodes met on a walk from the convolutions: node -> tensors by `step`, tensor -> nodes by `link`."""
    found, waiting = set(), [n for n in nodes if n.op_type == "Conv"]
    while waiting:
        node = waiting.pop()
        if node.name not in found:
            found.add(node.name)
            waiting += [other for tensor in step(node) for other in link.get(tensor, [])]
    return found


def body_of(graph, floats):
    """Names of the nodes to halve: they have convolutions before and behind them, and answer in 32-bit floats."""
    makers, users = {}, {}
    for node in graph.node:
        for tensor in node.output:
            makers.setdefault(tensor, []).append(node)
        for tensor in node.input:
            users.setdefault(tensor, []).append(node)
    behind = reached(graph.node, lambda node: node.output, users)
    ahead = reached(graph.node, lambda node: node.input, makers)
    return {
        n.name for n in graph.node
        if n.name in behind & ahead and n.op_type in HALVED and all(o in floats for o in n.output)
    }


def without_copies(model):
    """Weights that several convolutions share come as Identity nodes: each is read under its own name again."""
    copies = {n.output[0]: n.input[0] for n in model.graph.node if n.op_type == "Identity"}
    nodes = [n for n in model.graph.node if n.op_type != "Identity"]
    for node in nodes:
        for place, tensor in enumerate(node.input):
            node.input[place] = copies.get(tensor, tensor)
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    return model


def halve(model):
    """The same model with a 16-bit body: casts at its edges, each tensor cast once."""
    graph = onnx.shape_inference.infer_shapes(without_copies(model)).graph
    floats = {v.name for v in graph.value_info if v.type.tensor_type.elem_type == TensorProto.FLOAT}
    body = body_of(graph, floats)
    weights = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    weights |= {n.output[0]: numpy_helper.to_array(n.attribute[0].t) for n in graph.node if n.op_type == "Constant"}
    nodes, halves, twins = [], set(), {}

    def twin(tensor, kind, suffix):
        """The name of a tensor's cast to `kind`."""
        name = tensor + suffix
        if name not in twins:
            twins[name] = None
            if kind == TensorProto.FLOAT16 and tensor in weights:
                twins[name] = numpy_helper.from_array(weights[tensor].astype(np.float16), name)
            else:
                nodes.append(helper.make_node("Cast", [tensor], [name], name=f"{name}/Cast", to=kind))
        return name

    for node in graph.node:
        inside = node.name in body
        for place, tensor in enumerate(node.input):
            if inside and tensor and tensor not in halves and place < DATA_INPUTS.get(node.op_type, len(node.input)):
                node.input[place] = twin(tensor, TensorProto.FLOAT16, "/half")
            elif not inside and tensor in halves:
                node.input[place] = twin(tensor, TensorProto.FLOAT, "/full")
        nodes.append(node)
        halves |= set(node.output) if inside else set()
    used = {tensor for node in nodes for tensor in node.input}
    initializers = [i for i in graph.initializer if i.name in used] + [t for t in twins.values() if t is not None]
    nodes = [n for n in nodes if n.op_type != "Constant" or n.output[0] in used]
    halved = helper.make_graph(nodes, graph.name, graph.input, graph.output, initializers)
    half = helper.make_model(halved, opset_imports=model.opset_import, ir_version=model.ir_version)
    onnx.checker.check_model(half, full_check=True)
    return half


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--images", type=Path)
    args = parser.parse_args()
    onnx.save(halve(onnx.load(args.model)), args.out)
    if args.images:
        compare(args)


def compare(args):
    """Counts of both graphs: the sum of a density map, the number of boxes; and how far boxes lie apart, in pixels."""
    from check_export import session
    from image_store import read_rgb

    graphs = session(args.model), session(args.out)
    files = sorted(p for p in args.images.iterdir() if p.is_file())
    counts, apart = [], []
    for file in files:
        full, half = (g.run(None, {"frames": read_rgb(file)[None]}) for g in graphs)
        people = len(full) > 1
        counts.append([len(r[0]) if people else float(r[0].sum()) for r in (full, half)])
        if people and len(half[0]):
            apart += [float(np.abs(half[0] - box).max(1).min()) for box in full[0]]
    counts = np.array(counts)
    difference = np.abs(counts[:, 1] - counts[:, 0])
    print(f"{len(files)} frames, mean count {counts[:, 0].mean():.1f}: "
          f"differ by {difference.mean():.3f} on average, {difference.max():.3f} at most")
    if apart:
        print(f"boxes lie {np.median(apart):.2f} px apart (median), 99 % within {np.quantile(apart, 0.99):.2f} px")


if __name__ == "__main__":
    main()
