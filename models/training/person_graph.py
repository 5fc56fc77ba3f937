"""The exported form of the detector: letterbox, network, decoding and suppression in one graph.

    frames uint8 [N, H, W, 3] RGB  ->  boxes float [K, 4] x1 y1 x2 y2 in pixels of the frame, scores [K], batch int64 [K]

The frame is shrunk or enlarged so that its longer side is `side` px, then filled with grey 114 at the right and the
bottom to multiples of 32.
"""
import torch
import torch.nn.functional as F
from torch import nn

FILL = 114.0
MOST_PEOPLE = 400


class ResizeTo(torch.autograd.Function):
    """Bilinear resize to a size known only at run time."""

    @staticmethod
    def forward(ctx, images, size):
        return F.interpolate(images, size=tuple(int(v) for v in size), mode="bilinear", align_corners=False)

    @staticmethod
    def symbolic(g, images, size):
        def constant(values, kind):
            return g.op("Constant", value_t=torch.tensor(values, dtype=kind))

        shape = g.op("Slice", g.op("Shape", images), constant([0], torch.int64), constant([2], torch.int64))
        sizes = g.op("Concat", shape, size, axis_i=0)
        none = constant([], torch.float32)
        return g.op(
            "Resize", images, none, none, sizes, mode_s="linear", coordinate_transformation_mode_s="half_pixel"
        ).setType(images.type().with_sizes([None, 3, None, None]))


class PadTo(torch.autograd.Function):
    """Grey at the right and the bottom, by amounts known only at run time: extra int64 [2] (rows, columns)."""

    @staticmethod
    def forward(ctx, images, extra):
        return F.pad(images, (0, int(extra[1]), 0, int(extra[0])), value=FILL)

    @staticmethod
    def symbolic(g, images, extra):
        zeros = g.op("Constant", value_t=torch.zeros(6, dtype=torch.int64))
        pads = g.op("Concat", zeros, extra, axis_i=0)
        fill = g.op("Constant", value_t=torch.tensor(FILL))
        return g.op("Pad", images, pads, fill, mode_s="constant").setType(images.type().with_sizes([None, 3, None, None]))


class Suppress(torch.autograd.Function):
    """Non-maximum suppression: boxes [N, M, 4], scores [N, 1, M] -> int64 [K, 3] (frame, class, box)."""

    @staticmethod
    def forward(ctx, boxes, scores, overlap, least):
        rows = []
        for frame in range(boxes.shape[0]):
            for kept in suppress(boxes[frame], scores[frame, 0], overlap, least):
                rows.append((frame, 0, int(kept)))
        return torch.tensor(rows, dtype=torch.int64).reshape(-1, 3).to(boxes.device)

    @staticmethod
    def symbolic(g, boxes, scores, overlap, least):
        most = g.op("Constant", value_t=torch.tensor([MOST_PEOPLE], dtype=torch.int64))
        limits = [g.op("Constant", value_t=torch.tensor([v], dtype=torch.float32)) for v in (overlap, least)]
        chosen = g.op("NonMaxSuppression", boxes, scores, most, *limits)
        return chosen.setType(boxes.type().with_dtype(torch.int64).with_sizes([None, 3]))


def overlaps(one, many):
    """Intersection over union of boxes [..., 4] and [..., 4], broadcast."""
    low, high = torch.maximum(one[..., :2], many[..., :2]), torch.minimum(one[..., 2:], many[..., 2:])
    common = (high - low).clamp(min=0).prod(-1)
    area = (one[..., 2:] - one[..., :2]).prod(-1) + (many[..., 2:] - many[..., :2]).prod(-1)
    return common / (area - common).clamp(min=1e-6)


def suppress(boxes, scores, overlap, least):
    """Indices of the kept boxes, best first."""
    order = scores.argsort(descending=True)
    order, kept = order[scores[order] > least], []
    while len(order) and len(kept) < MOST_PEOPLE:
        best, order = order[0], order[1:]
        kept.append(best)
        order = order[overlaps(boxes[best][None], boxes[order]) <= overlap]
    return kept


class PersonGraph(nn.Module):
    def __init__(self, net, side, overlap, least):
        super().__init__()
        self.net, self.side, self.overlap, self.least = net, side, overlap, least

    def letterbox(self, frames):
        """Returns images float [N, 3, h, w] BGR and the scale, a float tensor."""
        shape = torch._shape_as_tensor(frames)[1:3].to(frames.device)
        scale = self.side / shape.max().float()
        size = (shape.float() * scale + 0.5).floor().long()
        images = ResizeTo.apply(frames.permute(0, 3, 1, 2).flip(1).float(), size)
        return PadTo.apply(images, (32 - size % 32) % 32), scale

    def forward(self, frames):
        images, scale = self.letterbox(frames)
        raw = self.net(images)
        scores = torch.sigmoid(raw[..., 4]) * torch.sigmoid(raw[..., 5])
        centre, half = raw[..., 0:2] / scale, raw[..., 2:4] / (2.0 * scale)
        boxes = torch.cat((centre - half, centre + half), -1)
        chosen = Suppress.apply(boxes, scores[:, None], self.overlap, self.least)
        frame, place = chosen[:, 0], chosen[:, 2]
        return boxes[frame, place], scores[frame, place], frame
