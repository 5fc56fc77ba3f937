"""Trains the density network for a given wall-clock time.

    python train_density.py --pack pack --trunk shufflenetv2-imagenet.pth --out run --minutes 9

Cosine learning rate over elapsed time, so that it always ends; writes run/density.pt {config, model, average, ...}
every --report-minutes and at the end, and continues from it with --resume. --start FILE takes only the weights of another run.
"""
import argparse
import json
import math
import time
from pathlib import Path

import torch

from averaging import Average
from density_batches import FULL, POLISH, DensityBatches
from density_loss import density_loss
from density_net import DensityNet, parameter_count
from evaluate_density import evaluate, held_out, summary
from image_store import present, read_index
from shuffle_trunk import load_imagenet


def parse():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pack", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--trunk", help="ImageNet weights of the trunk")
    parser.add_argument("--start", help="checkpoint whose averaged weights to start from")
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--minutes", type=float, default=9.0)
    parser.add_argument("--side", type=int, default=512)
    parser.add_argument("--batch", type=int, default=28)
    parser.add_argument("--rate", type=float, default=1.5e-3)
    parser.add_argument("--trunk-rate", type=float, default=0.4, help="times --rate")
    parser.add_argument("--decay", type=float, default=2e-2)
    parser.add_argument("--average", type=float, default=0.9995)
    parser.add_argument("--coarse", type=int, default=160)
    parser.add_argument("--fine", type=int, default=64)
    parser.add_argument("--polish", action="store_true", help="few changes to the images: for the last minutes")
    parser.add_argument("--shares", type=json.loads, help='share of draws by source: {"sim": 0.3, …}')
    parser.add_argument("--report-minutes", type=float, default=1.0, help="between checkpoints and evaluations")
    parser.add_argument("--images", type=int, help="use only this many training images (smoke test)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    return parser.parse_args()


SLOW_STEP = 0.022  # seconds


class Step:
    """Forward and backward pass in bfloat16; recorded once as a CUDA graph where that works."""

    def __init__(self, model, images, counts):
        self.model, self.images, self.counts = model, images.clone(), counts.clone()
        self.graph, self.loss = None, None
        if images.is_cuda:
            try:
                self.record()
                if self.seconds() > SLOW_STEP:  # the library's first choice of algorithms is poor: let it search
                    torch.backends.cudnn.benchmark, torch.backends.cudnn.benchmark_limit = True, 4
                    self.record()
                print(f"{self.seconds() * 1000:.1f} ms a step", flush=True)
            except RuntimeError as fault:
                print("no CUDA graph:", str(fault)[:200])
                self.graph = None

    def compute(self):
        kind = self.images.device.type
        with torch.autocast(kind, dtype=torch.bfloat16, enabled=kind == "cuda", cache_enabled=False):
            predicted = self.model.cells(self.images)
        loss = density_loss(predicted, self.counts)
        loss.backward()
        return loss.detach()

    def record(self):
        side = torch.cuda.Stream()
        side.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(side):
            for _ in range(4):
                self.model.zero_grad(set_to_none=True)
                self.compute()
        torch.cuda.current_stream().wait_stream(side)
        self.model.zero_grad(set_to_none=True)
        self.graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(self.graph):
            self.loss = self.compute()

    def seconds(self, repeats=20):
        torch.cuda.synchronize()
        began = time.monotonic()
        for _ in range(repeats):
            self.graph.replay()
        torch.cuda.synchronize()
        return (time.monotonic() - began) / repeats

    def __call__(self, images, counts):
        self.images.copy_(images)
        self.counts.copy_(counts)
        if self.graph is None:
            self.model.zero_grad(set_to_none=True)
            return self.compute()
        torch._foreach_zero_([p.grad for p in self.model.parameters() if p.grad is not None])
        self.graph.replay()
        return self.loss


def main():
    args = parse()
    began = time.monotonic()
    torch.manual_seed(args.seed)
    torch.backends.cuda.matmul.allow_tf32 = True
    args.out.mkdir(parents=True, exist_ok=True)
    file = args.out / "density.pt"

    index = [i for i in read_index(args.pack) if i["heads"] is not None]
    train = [i for i in present(index, args.pack) if i["split"] == "train"]
    if args.images:
        train = train[:: max(1, len(train) // args.images)]
    batches = DensityBatches(args.pack, train, args.side, args.device, POLISH if args.polish else FULL, args.shares)
    config = {"coarse": args.coarse, "fine": args.fine}
    model = DensityNet(**config)
    if args.trunk:
        load_imagenet(model.trunk, args.trunk)
    if args.start:
        model.load_state_dict(torch.load(args.start, map_location="cpu")["average"])
    model.to(args.device)
    if args.device == "cuda":
        model = model.to(memory_format=torch.channels_last)
    average = Average(model, args.average)
    trunk = list(model.trunk.parameters())
    rest = [p for n, p in model.named_parameters() if not n.startswith("trunk.")]
    groups = [
        {"params": trunk, "lr": args.rate * args.trunk_rate, "peak": args.rate * args.trunk_rate},
        {"params": rest, "lr": args.rate, "peak": args.rate},
    ]
    fused = {"fused": True} if args.device == "cuda" else {}
    optimizer = torch.optim.AdamW(groups, weight_decay=args.decay, betas=(0.9, 0.99), **fused)
    spent, steps = 0.0, 0
    if args.resume and file.exists():
        saved = torch.load(file, map_location=args.device)
        model.load_state_dict(saved["model"])
        average.model.load_state_dict(saved["average"])
        optimizer.load_state_dict(saved["optimizer"])
        spent, steps, average.steps = saved["spent"], saved["steps"], saved["steps"]
    print(f"{parameter_count(model)} parameters, {len(train)} images, ready after {time.monotonic() - began:.0f} s")

    def save():
        torch.save({
            "config": config, "model": model.state_dict(), "average": average.model.state_dict(),
            "optimizer": optimizer.state_dict(), "spent": elapsed(), "steps": steps, "args": vars(args) | {"out": ""},
        }, file)

    def report():
        items = held_out(index, args.pack)[:: 20 if args.images else 1]
        pairs = evaluate(average.model, args.pack, items, args.device)
        line = {"seconds": round(elapsed()), "steps": steps, "loss": round(float(total) / max(1, steps - last), 4)}
        line |= {source: summary(rows) for source, rows in pairs.items()}
        print(json.dumps(line), flush=True)
        with open(args.out / "log.jsonl", "a") as log:
            log.write(json.dumps(line) + "\n")

    def elapsed():
        return spent + time.monotonic() - started

    started, limit = began if not spent else time.monotonic(), args.minutes * 60
    model.train()
    step = Step(model, *batches.next(args.batch))
    next_report, total, last = elapsed() + 60 * args.report_minutes, torch.zeros((), device=args.device), steps
    while elapsed() < limit:
        share = min(1.0, elapsed() / limit)
        factor = min(1.0, (steps + 1) / 300) * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * share)))
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * factor
        total += step(*batches.next(args.batch))
        torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        optimizer.step()
        average.update()
        steps += 1
        if steps % 20 == 0 and args.device == "cuda":
            torch.cuda.synchronize()  # the clock that drives the schedule must not run ahead of the device
        if elapsed() > next_report:
            save()
            report()
            next_report, total, last = elapsed() + 60 * args.report_minutes, torch.zeros_like(total), steps
    save()
    report()


if __name__ == "__main__":
    main()
