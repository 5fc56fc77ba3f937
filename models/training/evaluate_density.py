"""Counts whole held-out frames with a density checkpoint.

    python evaluate_density.py --pack pack --checkpoint density.pt
"""
import argparse
from pathlib import Path

import numpy as np
import torch

from export_density import add_looks, load_checkpoint, looks
from image_store import present, read_index, read_rgb


def summary(pairs):
    """pairs [(counted, predicted)] -> images, MAE, RMSE and bias in persons."""
    counted, predicted = np.array(pairs, np.float64).T
    error = predicted - counted
    return {
        "images": len(pairs), "mae": round(float(np.abs(error).mean()), 2),
        "rmse": round(float(np.sqrt((error**2).mean())), 2), "bias": round(float(error.mean()), 2),
    }


@torch.no_grad()
def evaluate(model, folder, items, device):
    """Returns {source: [(counted, predicted), ...]}."""
    pairs = {}
    for item in items:
        frames = torch.from_numpy(read_rgb(Path(folder) / "images" / item["file"]).copy())[None].to(device)
        pairs.setdefault(item["source"], []).append((len(item["heads"]), float(model(frames).sum())))
    return pairs


def held_out(index, folder):
    """Held-out items with marked heads."""
    return [i for i in present(index, folder) if i["split"] == "validation" and i["heads"] is not None]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pack", required=True)
    parser.add_argument("--checkpoint", required=True)
    parser.add_argument("--device", default="cpu")
    add_looks(parser)
    args = parser.parse_args()
    model = load_checkpoint(args.checkpoint, **looks(args)).to(args.device)
    items = held_out(read_index(args.pack), args.pack)
    for source, pairs in evaluate(model, args.pack, items, args.device).items():
        print(source, summary(pairs))


if __name__ == "__main__":
    main()
