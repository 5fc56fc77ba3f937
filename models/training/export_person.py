"""Exports a detector checkpoint to ONNX.  python export_person.py --checkpoint person.pt --out person.onnx"""
import argparse

import torch

from person_graph import PersonGraph
from person_net import PersonNet

SIDE = 640
OVERLAP = 0.6
LEAST_SCORE = 0.5


def load_checkpoint(path):
    net = PersonNet()
    net.load_state_dict(torch.load(path, map_location="cpu")["average"])
    return net.eval()


def export(net, path, side=SIDE, overlap=OVERLAP, least=LEAST_SCORE):
    frames = torch.randint(0, 256, (2, 96, 128, 3), dtype=torch.uint8)
    with torch.no_grad():
        torch.onnx.export(
            PersonGraph(net, side, overlap, least).eval(), (frames,), path, opset_version=17,
            input_names=["frames"], output_names=["boxes", "scores", "batch"],
            dynamic_axes={"frames": {0: "N", 1: "H", 2: "W"}, "boxes": {0: "K"}, "scores": {0: "K"}, "batch": {0: "K"}},
        )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--side", type=int, default=SIDE, help="longer side of the working size, px")
    parser.add_argument("--overlap", type=float, default=OVERLAP, help="suppression above this intersection over union")
    parser.add_argument("--least-score", type=float, default=LEAST_SCORE)
    args = parser.parse_args()
    net = load_checkpoint(args.checkpoint)
    export(net, args.out, args.side, args.overlap, args.least_score)
    print(f"{args.out}: {sum(p.numel() for p in net.parameters())} parameters")


if __name__ == "__main__":
    main()
