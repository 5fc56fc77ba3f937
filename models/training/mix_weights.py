"""Averages the weights of checkpoints of one training, batch statistics too.

    python mix_weights.py --out mixed.pt run3/density.pt run5/density.pt

Runs that started from each other lie close enough for their mean to be a network, often one that errs less than either.
"""
import argparse

import torch


def mean_of(states):
    return {
        name: torch.stack([s[name].double() for s in states]).mean(0).to(value.dtype)
        if value.dtype.is_floating_point else value
        for name, value in states[0].items()
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True)
    parser.add_argument("checkpoints", nargs="+")
    args = parser.parse_args()
    saved = [torch.load(path, map_location="cpu") for path in args.checkpoints]
    rest = {"config": saved[0]["config"]} if "config" in saved[0] else {}
    torch.save(rest | {"average": mean_of([s["average"] for s in saved])}, args.out)


if __name__ == "__main__":
    main()
