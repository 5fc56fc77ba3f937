"""Fits how far a frame's count may be off, on held-out frames, and says how often truth lies inside the intervals.

    python fit_uncertainty.py --pack pack --checkpoint density.pt

sigma(n)^2 = (relative * n)^2 + n + floor^2 for a predicted count n; an interval is n plus or minus z * sigma.
`relative` and `floor` are those whose intervals hold most nearly as many frames of A and of B, apart, as they should
(between equals, the likeliest under a normal error); coverage is measured leaving each frame's tenth out.
"""
import argparse
import json

import numpy as np

from evaluate_density import evaluate, held_out
from export_density import add_looks, load_checkpoint, looks
from image_store import read_index

LEVELS = {"80": 1.2816, "95": 1.96}
REAL = ("A", "B", "coco", "sim")


def sigma(n, relative, floor):
    return np.sqrt((relative * n) ** 2 + n + floor**2)


def fit(counted, predicted, source):
    best = None
    for relative in np.arange(0.02, 0.6, 0.01):
        for floor in (0.3, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6):
            s = sigma(predicted, relative, floor)
            miss = np.abs(counted - predicted) / s
            astray = sum(
                abs((miss[source == part] <= z).mean() - int(name) / 100)
                for part in ("A", "B") for name, z in LEVELS.items()
            )
            cost = round(astray, 6), (np.log(s) + 0.5 * miss**2).mean()
            if best is None or cost < best[0]:
                best = cost, round(float(relative), 3), floor
    return best[1:]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pack", required=True)
    parser.add_argument("--checkpoint", required=True)
    add_looks(parser)
    args = parser.parse_args()
    items = held_out(read_index(args.pack), args.pack)
    pairs = evaluate(load_checkpoint(args.checkpoint, **looks(args)), args.pack, items, "cpu")
    rows = [(*pair, source) for source in REAL for pair in pairs.get(source, [])]
    counted, predicted = np.array([r[0] for r in rows], float), np.array([r[1] for r in rows])
    source = np.array([r[2] for r in rows])
    inside = {name: np.zeros(len(rows), bool) for name in LEVELS}
    fold = np.random.default_rng(1).permutation(len(rows)) % 10
    for part in range(10):
        relative, floor = fit(counted[fold != part], predicted[fold != part], source[fold != part])
        spread = sigma(predicted, relative, floor)
        for name, z in LEVELS.items():
            hit = np.abs(counted - predicted) <= z * spread
            inside[name][fold == part] = hit[fold == part]
    relative, floor = fit(counted, predicted, source)
    print(json.dumps({
        "relative": relative, "floor": floor, "frames": len(rows),
        "coverage": {name: round(float(hit.mean()), 3) for name, hit in inside.items()},
        "bySource": {
            part: {name: round(float(hit[source == part].mean()), 3) for name, hit in inside.items()} for part in REAL
        },
    }))


if __name__ == "__main__":
    main()
