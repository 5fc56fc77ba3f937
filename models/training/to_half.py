"""Halves a graph's weights and arithmetic to 16 bits; what goes in and comes out keeps its type.

    python to_half.py --model density.onnx --out density.fp16.onnx [--images DIR]

With --images the counts of both graphs on real frames are compared (needs onnxruntime and Pillow).
"""
import argparse
from pathlib import Path

import numpy as np
import onnx
from onnxruntime.transformers.float16 import convert_float_to_float16


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--images", type=Path)
    args = parser.parse_args()
    half = convert_float_to_float16(onnx.load(args.model), keep_io_types=True)
    onnx.save(half, args.out)
    if args.images:
        compare(args)


def compare(args):
    from check_export import session
    from image_store import read_rgb

    graphs = session(args.model), session(args.out)
    files = sorted(p for p in args.images.iterdir() if p.is_file())
    counts = np.array([
        [float(g.run(None, {"frames": read_rgb(file)[None]})[0].sum()) for g in graphs] for file in files
    ])
    difference = np.abs(counts[:, 1] - counts[:, 0])
    print(f"{len(files)} frames, mean count {counts[:, 0].mean():.1f}: "
          f"differ by {difference.mean():.3f} on average, {difference.max():.3f} at most")


if __name__ == "__main__":
    main()
