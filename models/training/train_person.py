"""Fine-tunes the person detector for a given wall-clock time.

    python train_person.py --pack pack --start yolox_person.pt --out run --minutes 6

Writes run/person.pt {average, model, ...} once a minute and at the end; continues from it with --resume.
"""
import argparse
import math
import time
from pathlib import Path

import torch

from averaging import Average
from export_person import load_checkpoint
from image_store import present, read_index
from person_batches import SOURCES, PersonBatches
from person_loss import person_loss


def parse():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pack", required=True)
    parser.add_argument("--start", required=True, help="weights to fine-tune (yolox_weights.py makes them)")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--minutes", type=float, default=6.0)
    parser.add_argument("--side", type=int, default=512)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--average", type=float, default=0.999)
    parser.add_argument("--images", type=int, help="use only this many training images (smoke test)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    return parser.parse_args()


def main():
    args = parse()
    began = time.monotonic()
    torch.manual_seed(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    file = args.out / "person.pt"
    items = [i for i in present(read_index(args.pack), args.pack) if i["split"] == "train"]
    items = [i for i in items if i["source"] in SOURCES and i["boxes"] is not None]
    if args.images:
        items = items[:: max(1, len(items) // args.images)]
    batches = PersonBatches(args.pack, items, args.side, args.device)
    model = load_checkpoint(args.start).to(args.device, memory_format=torch.channels_last).train()
    average = Average(model, args.average)
    optimizer = torch.optim.AdamW(model.parameters(), lr=args.rate, weight_decay=1e-3)
    spent, steps = 0.0, 0
    if args.resume and file.exists():
        saved = torch.load(file, map_location=args.device)
        model.load_state_dict(saved["model"])
        average.model.load_state_dict(saved["average"])
        optimizer.load_state_dict(saved["optimizer"])
        spent, steps, average.steps = saved["spent"], saved["steps"], saved["steps"]
        began = time.monotonic()

    def elapsed():
        return spent + time.monotonic() - began

    def save():
        torch.save({
            "model": model.state_dict(), "average": average.model.state_dict(),
            "optimizer": optimizer.state_dict(), "spent": elapsed(), "steps": steps,
        }, file)
        print(f"{elapsed():.0f} s, {steps} steps, loss {float(total) / max(1, steps - last):.3f}", flush=True)

    print(f"{len(items)} images, ready after {elapsed():.0f} s", flush=True)
    limit, next_save, total, last = args.minutes * 60, elapsed() + 60, torch.zeros((), device=args.device), steps
    kind = "cuda" if args.device.startswith("cuda") else "cpu"
    while elapsed() < limit:
        share = min(1.0, elapsed() / limit)
        factor = min(1.0, (steps + 1) / 200) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * share)))
        for group in optimizer.param_groups:
            group["lr"] = args.rate * factor
        images, people, ignored = batches.next(args.batch)
        images = images.contiguous(memory_format=torch.channels_last)
        with torch.autocast(kind, dtype=torch.bfloat16, enabled=kind == "cuda"):
            raw = model(images)
        loss = person_loss(raw.float(), people, ignored, args.side)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 10.0)
        optimizer.step()
        average.update()
        total += loss.detach()
        steps += 1
        if steps % 20 == 0 and kind == "cuda":
            torch.cuda.synchronize()
        if elapsed() > next_save:
            save()
            next_save, total, last = elapsed() + 60, torch.zeros_like(total), steps
    save()


if __name__ == "__main__":
    main()
