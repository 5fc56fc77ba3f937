"""Compares exported graphs with PyTorch on random frames of several sizes.

    python check_export.py --density density.pt density.onnx --person person.pt person.onnx
"""
import argparse

import numpy as np
import onnxruntime
import torch

import export_density
import export_person
from image_store import read_rgb
from person_graph import PersonGraph

SIZES = ((1, 768, 1024), (2, 576, 768), (1, 333, 477), (1, 40, 50))


def session(path):
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def relative(one, other):
    return float(np.linalg.norm(one - other) / max(1e-12, np.linalg.norm(other)))


def frames_of(size, seed):
    """Smooth random frames: noise at three sizes, so that the networks have something to answer to."""
    random = torch.Generator().manual_seed(seed)
    count, height, width = size
    frames = torch.zeros(count, 3, height, width)
    for cells in (4, 16, 64):
        noise = torch.rand(count, 3, cells, cells, generator=random)
        frames += torch.nn.functional.interpolate(noise, size=(height, width), mode="bilinear") / 3
    return (frames * 255).byte().permute(0, 2, 3, 1).contiguous()


@torch.no_grad()
def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--density", nargs=2, metavar=("CHECKPOINT", "ONNX"))
    export_density.add_looks(parser)
    parser.add_argument("--person", nargs=2, metavar=("CHECKPOINT", "ONNX"))
    parser.add_argument("--images", nargs="*", default=[], help="real images with people, for the detector")
    args = parser.parse_args()
    worst = 0.0
    if args.density:
        model = export_density.load_checkpoint(args.density[0], **export_density.looks(args))
        graph = session(args.density[1])
        for seed, size in enumerate(SIZES):
            frames = frames_of(size, seed)
            error = relative(graph.run(None, {"frames": frames.numpy()})[0], model(frames).numpy())
            print(f"density {size}: relative error {error:.1e}")
            worst = max(worst, error)
    if args.person:
        net, graph = export_person.load_checkpoint(args.person[0]), session(args.person[1])
        # suppression is left out of the comparison: every prediction is looked at through the network's raw output
        model = PersonGraph(net, export_person.SIDE, export_person.OVERLAP, export_person.LEAST_SCORE)
        images = [torch.from_numpy(read_rgb(path).copy())[None] for path in args.images]
        for frames in images + [frames_of(size, seed) for seed, size in enumerate(SIZES[:3])]:
            size = tuple(frames.shape[:3])
            boxes, scores, batch = graph.run(None, {"frames": frames.numpy()})
            other = [t.numpy() for t in model(frames)]
            agree = boxes.shape == other[0].shape and np.allclose(boxes, other[0], atol=0.1)
            print(f"person {size}: {len(boxes)} boxes, {'equal' if agree else 'DIFFERENT'}")
            worst = max(worst, 0.0 if agree else 1.0)
    raise SystemExit(worst > 1e-3)


if __name__ == "__main__":
    main()
