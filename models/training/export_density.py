"""Exports a density checkpoint to ONNX.  python export_density.py --checkpoint best.pt --out density.onnx"""
import argparse

import torch

from density_net import DensityNet, parameter_count


def add_looks(parser):
    """Options that say how the trained network looks at whole frames; `looks` reads them."""
    parser.add_argument("--soften", type=float, default=0.0, help="see DensityNet")
    parser.add_argument("--second-look", type=float, nargs=3, metavar=("LOW", "HIGH", "MOST"), help="see DensityNet")


def looks(args):
    return {"soften": args.soften, "second_look": args.second_look}


def load_checkpoint(path, soften=0.0, second_look=None):
    """Checkpoint {config, model, ...} -> DensityNet in evaluation mode, with averaged weights where it has them."""
    saved = torch.load(path, map_location="cpu")
    model = DensityNet(**saved.get("config", {}), soften=soften, second_look=second_look)
    model.load_state_dict(saved.get("average") or saved["model"])
    return model.eval()


def export(model, path):
    frames = torch.randint(0, 256, (1, 96, 128, 3), dtype=torch.uint8)
    with torch.no_grad():
        torch.onnx.export(
            model, (frames,), path, opset_version=17, do_constant_folding=True,
            input_names=["frames"], output_names=["density"],
            dynamic_axes={
                "frames": {0: "N", 1: "H", 2: "W"},
                "density": {0: "N", 1: "rows", 2: "columns"},
            },
        )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", required=True)
    parser.add_argument("--out", required=True)
    add_looks(parser)
    args = parser.parse_args()
    model = load_checkpoint(args.checkpoint, **looks(args))
    export(model, args.out)
    print(f"{args.out}: {parameter_count(model)} parameters")


if __name__ == "__main__":
    main()
