"""Exports the preparing graph for upstream detectors with a fixed square input.  python export_letterbox.py --out letterbox.onnx

    frames uint8 [N, H, W, 3] RGB, size int64 [1]  ->  images float [N, 3, size, size] BGR 0..255

The frame keeps its shape, sits at the left top, and the rest is grey 114. scale = size / max(H, W); boxes found in
`images` are divided by it to return to the frame.
"""
import argparse

import torch
from torch import nn

from person_graph import PadTo, ResizeTo


class Letterbox(nn.Module):
    def forward(self, frames, size):
        shape = torch._shape_as_tensor(frames)[1:3]
        inner = torch.div(shape * size, shape.max(), rounding_mode="floor")
        images = ResizeTo.apply(frames.permute(0, 3, 1, 2).flip(1).float(), inner)
        return PadTo.apply(images, size - inner)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    frames = torch.randint(0, 256, (1, 96, 128, 3), dtype=torch.uint8)
    torch.onnx.export(
        Letterbox(), (frames, torch.tensor([416])), args.out, opset_version=17,
        input_names=["frames", "size"], output_names=["images"],
        dynamic_axes={"frames": {0: "N", 1: "H", 2: "W"}, "images": {0: "N", 2: "size", 3: "size"}},
    )


if __name__ == "__main__":
    main()
