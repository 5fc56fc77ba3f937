"""Fits how far a frame's count may be off, on held-out frames, and says how often truth lies inside the intervals.

    python fit_uncertainty.py --pack pack --checkpoint density.pt

sigma(n)^2 = (relative * n)^2 + n + floor^2 for a predicted count n; an interval is n plus or minus z * sigma.
`relative` and `floor` are the likeliest under a normal error; coverage is measured leaving each frame's tenth out.
"""
import argparse
import json

import numpy as np

from evaluate_density import evaluate, held_out
from export_density import load_checkpoint
from image_store import read_index

LEVELS = {"80": 1.2816, "95": 1.96}
REAL = ("A", "B", "coco", "sim")


def sigma(n, relative, floor):
    return np.sqrt((relative * n) ** 2 + n + floor**2)


def fit(counted, predicted):
    best = None
    for relative in np.arange(0.02, 0.6, 0.01):
        for floor in (0.3, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6):
            s = sigma(predicted, relative, floor)
            cost = (np.log(s) + 0.5 * ((counted - predicted) / s) ** 2).mean()
            if best is None or cost < best[0]:
                best = cost, round(float(relative), 3), floor
    return best[1:]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pack", required=True)
    parser.add_argument("--checkpoint", required=True)
    args = parser.parse_args()
    items = held_out(read_index(args.pack), args.pack)
    pairs = evaluate(load_checkpoint(args.checkpoint), args.pack, items, "cpu")
    rows = [(*pair, source) for source in REAL for pair in pairs.get(source, [])]
    counted, predicted = np.array([r[0] for r in rows], float), np.array([r[1] for r in rows])
    inside = {name: np.zeros(len(rows), bool) for name in LEVELS}
    fold = np.random.default_rng(1).permutation(len(rows)) % 10
    for part in range(10):
        relative, floor = fit(counted[fold != part], predicted[fold != part])
        spread = sigma(predicted, relative, floor)
        for name, z in LEVELS.items():
            hit = np.abs(counted - predicted) <= z * spread
            inside[name][fold == part] = hit[fold == part]
    relative, floor = fit(counted, predicted)
    print(json.dumps({
        "relative": relative, "floor": floor, "frames": len(rows),
        "coverage": {name: round(float(hit.mean()), 3) for name, hit in inside.items()},
    }))


if __name__ == "__main__":
    main()
