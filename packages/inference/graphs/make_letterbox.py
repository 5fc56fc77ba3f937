"""Makes letterbox.onnx, which turns frames into the input of upstream YOLOX models.

    python3 edge-agent/graphs/make_letterbox.py

frames uint8 [N, H, W, 3] RGB, size int64 [2] = (h, w)  ->  images float32 [N, 3, h, w] BGR, 0..255:
scaled by r = min(h / H, w / W) with bilinear interpolation, in the top left corner, padded with 114.
Written out as operators, since the sizes are known at run time only.
"""
import pathlib

import torch
from torch import nn

PADDING = 114.0


class ResizeTo(torch.autograd.Function):
    """Bilinear, pixel centres aligned as OpenCV does."""

    @staticmethod
    def forward(ctx, images, size):
        return nn.functional.interpolate(images, size=size.tolist(), mode="bilinear", align_corners=False)

    @staticmethod
    def symbolic(g, images, size):
        shape = g.op("Shape", images)
        first = g.op("Slice", shape, *(g.op("Constant", value_t=torch.tensor([v])) for v in (0, 2)))
        whole = g.op("Concat", first, size, axis_i=0)
        none = g.op("Constant", value_t=torch.tensor([], dtype=torch.float32))
        resized = g.op("Resize", images, none, none, whole, mode_s="linear", coordinate_transformation_mode_s="half_pixel")
        return resized.setType(images.type().with_sizes([None, 3, None, None]))


class PadTo(torch.autograd.Function):
    """Pads at the right and the bottom."""

    @staticmethod
    def forward(ctx, images, missing):
        return nn.functional.pad(images, (0, int(missing[1]), 0, int(missing[0])), value=PADDING)

    @staticmethod
    def symbolic(g, images, missing):
        before = g.op("Constant", value_t=torch.zeros(6, dtype=torch.int64))
        pads = g.op("Concat", before, missing, axis_i=0)
        value = g.op("Constant", value_t=torch.tensor(PADDING))
        return g.op("Pad", images, pads, value, mode_s="constant").setType(images.type().with_sizes([None, 3, None, None]))


class Letterbox(nn.Module):
    def forward(self, frames: torch.Tensor, size: torch.Tensor) -> torch.Tensor:
        picture = torch._shape_as_tensor(frames)[1:3]
        scale = (size.float() / picture.float()).min()
        scaled = (picture.float() * scale + 1e-3).floor().long()
        images = ResizeTo.apply(frames.permute(0, 3, 1, 2).flip(1).float(), scaled)
        return PadTo.apply(images, size - scaled)


torch.onnx.export(
    Letterbox(),
    (torch.zeros(1, 96, 128, 3, dtype=torch.uint8), torch.tensor([64, 64])),
    str(pathlib.Path(__file__).with_name("letterbox.onnx")),
    input_names=["frames", "size"],
    output_names=["images"],
    dynamic_axes={"frames": {0: "N", 1: "H", 2: "W"}, "images": {0: "N", 2: "h", 3: "w"}},
    opset_version=13,
)
