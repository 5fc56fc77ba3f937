"""Makes motion.onnx, which tells how far each block of a picture has moved since the picture before.

    python3 packages/inference/graphs/make_motion.py        (wants onnx; writes motion.onnx.sha256 too)

No number in it is learnt, so that it is Throng's own, Apache-2.0.

frames uint8 [1, H, W, 3], before float32 [1, 1, H/4, W/4]
    ->  grey float32 [1, 1, H/4, W/4]: `frames` as a small grey picture, the `before` of the next call
        dx, dy, confidence float32 [1, 1, H/8, W/8] (all divisions rounded down)

1. Grey is the mean of R, G and B over 4 x 4 pixels: one average pooling of 4 x 12 bytes.
2. C(s) = mean w(x) |grey(x) - before(x - s)| / mean w over 24 x 24 pixels, for the 13 x 9 shifts s of up to 24 px
   across and 16 px down. w = |grey - before| + 4 speaks for what has changed: with all pixels alike, the ground that
   shows between people, which stands still, takes a tenth of their speed across and a third of it along the sight.
3. (dx, dy) is the shift of least cost, made finer by the V through it and its neighbours, for costs of absolute
   differences grow evenly on both sides: 1/2 (C- - C+) / (max(C-, C+) - C).
   Source: Shimizu & Okutomi, Precise sub-pixel estimation on area-based matching, ICCV 2001 (equiangular line fitting).
4. confidence = 1 - C_least / (mean C + 2): 0 where nothing has a shape, near 1 where one shift explains all. A best
   shift at the border of the search is no minimum: its confidence is 0.
"""
import hashlib
import pathlib

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper, save

POOL = 4
ACROSS, DOWN = 6, 4
COLUMNS = 2 * ACROSS + 1
NOISE = 2.0
STILL = 4.0


class Graph:
    """Writes nodes down in the order in which they run; each method returns the name of its result."""

    def __init__(self):
        self.nodes, self.constants = [], {}

    def constant(self, values, kind=np.int64):
        array = np.array(values, kind)
        name = f"constant_{array.dtype}_{'_'.join(str(v) for v in array.ravel())}_{array.ndim}"
        self.constants[name] = numpy_helper.from_array(array, name)
        return name

    def op(self, kind, *inputs, name=None, **attributes):
        result = name or f"{kind.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [result], **attributes))
        return result

    def number(self, value):
        return self.constant(value, np.float32)


def pooled(g, values):
    """Means over 24 x 24 pixels, every 8 pixels."""
    blocks = g.op("AveragePool", values, kernel_shape=[2, 2], strides=[2, 2])
    return g.op("AveragePool", blocks, kernel_shape=[3, 3], pads=[1, 1, 1, 1], count_include_pad=0)


def costs(g, grey, changed):
    """C(s) for all shifts: [1, shifts, h/2, w/2]. A row of shifts at a time, which a cache can hold."""
    size = g.op("Slice", g.op("Shape", grey), g.constant([2]), g.constant([4]))
    padded = g.op("Pad", "before", g.constant([0, 0, DOWN, ACROSS, 0, 0, DOWN, ACROSS]), mode="edge")
    rows = []
    for dy in range(-DOWN, DOWN + 1):
        copies = []
        for dx in range(-ACROSS, ACROSS + 1):
            start = g.constant([DOWN - dy, ACROSS - dx])
            copies.append(g.op("Slice", padded, start, g.op("Add", start, size), g.constant([2, 3])))
        difference = g.op("Abs", g.op("Sub", g.op("Concat", *copies, axis=1), grey))
        rows.append(pooled(g, g.op("Mul", difference, changed)))
    return g.op("Div", g.op("Concat", *rows, axis=1), pooled(g, changed))


def finer(g, cost, best, least, step):
    """The least cost's place between its neighbours, -1/2 to 1/2 of a shift."""
    behind = g.op("GatherElements", cost, g.op("Sub", best, g.constant(step)), axis=1)
    ahead = g.op("GatherElements", cost, g.op("Add", best, g.constant(step)), axis=1)
    depth = g.op("Sub", g.op("Max", behind, ahead), least)
    slope = g.op("Mul", g.op("Sub", behind, ahead), g.number(0.5))
    return g.op("Div", slope, g.op("Max", depth, g.number(1e-6)))


def motion(g):
    shape = g.op("Shape", "frames")
    height = g.op("Slice", shape, g.constant([1]), g.constant([2]))
    rows = g.op("Concat", g.constant([1, 1]), height, g.constant([-1]), axis=0)
    bytes_ = g.op("Reshape", g.op("Cast", "frames", to=TensorProto.FLOAT), rows)
    grey = g.op("AveragePool", bytes_, name="grey", kernel_shape=[POOL, 3 * POOL], strides=[POOL, 3 * POOL])
    changed = g.op("Add", g.op("Abs", g.op("Sub", grey, "before")), g.number(STILL))
    cost = costs(g, grey, changed)

    best = g.op("ArgMin", cost, axis=1, keepdims=1)
    row = g.op("Div", best, g.constant(COLUMNS))
    column = g.op("Sub", best, g.op("Mul", row, g.constant(COLUMNS)))
    inner_row = g.op("Clip", row, g.constant(1), g.constant(2 * DOWN - 1))
    inner_column = g.op("Clip", column, g.constant(1), g.constant(2 * ACROSS - 1))
    inner = g.op("Add", g.op("Mul", inner_row, g.constant(COLUMNS)), inner_column)
    least = g.op("GatherElements", cost, inner, axis=1)

    for name, place, step, reach in (("dx", inner_column, 1, ACROSS), ("dy", inner_row, COLUMNS, DOWN)):
        whole = g.op("Cast", g.op("Sub", place, g.constant(reach)), to=TensorProto.FLOAT)
        between = g.op("Clip", finer(g, cost, inner, least, step), g.number(-0.5), g.number(0.5))
        g.op("Mul", g.op("Add", whole, between), g.number(POOL), name=name)

    mean = g.op("ReduceMean", cost, axes=[1], keepdims=1)
    ratio = g.op("Div", least, g.op("Add", mean, g.number(NOISE)))
    sure = g.op("Max", g.op("Sub", g.number(1), ratio), g.number(0))
    is_minimum = g.op("Cast", g.op("Equal", best, inner), to=TensorProto.FLOAT)
    g.op("Mul", sure, is_minimum, name="confidence")


def main():
    g = Graph()
    motion(g)
    floats = TensorProto.FLOAT
    graph = helper.make_graph(
        g.nodes,
        "motion",
        [
            helper.make_tensor_value_info("frames", TensorProto.UINT8, [1, "H", "W", 3]),
            helper.make_tensor_value_info("before", floats, [1, 1, "h", "w"]),
        ],
        [helper.make_tensor_value_info("grey", floats, [1, 1, "h", "w"])]
        + [helper.make_tensor_value_info(name, floats, [1, 1, "rows", "columns"]) for name in ("dx", "dy", "confidence")],
        list(g.constants.values()),
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], producer_name="throng")
    model.ir_version = 8
    checker.check_model(model)
    path = pathlib.Path(__file__).with_name("motion.onnx")
    save(model, str(path))
    line = f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}"
    path.with_name(f"{path.name}.sha256").write_text(line + "\n")
    print(line)


main()
