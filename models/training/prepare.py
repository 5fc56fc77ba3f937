"""Packs the training images small: re-encoded, at most 1024 px, with one index of heads and boxes.

    THRONG_DATA=/path/to/data python prepare.py --out pack [--simulator DIR]

Writes pack/images/*.webp and pack/index.json:
    [{file, source, split, width, height, heads: [[x, y], ...] | null, boxes: [[x, y, w, h], ...] | null}]
Pixels are those of the re-encoded image. `heads` null: the image tells nothing about counts;
`boxes` null: nothing about boxes. `split` is "train" or "validation", drawn with a fixed seed.
"""
import argparse
import json
import os
import random
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PIL import Image

LONGEST = 1024
SEED = 20261122
HELD_OUT = {"A": 40, "B": 60, "synthetic": 20, "penn": 34, "coco": 20, "sim": 0.15}
SYNTHETIC_TAKEN = 130  # of 259: they are a seasoning, not a meal
PERSON = 1  # COCO category id


def shanghaitech(root):
    for name, item in json.loads((root / "heads.json").read_text()).items():
        yield {"path": root / "images" / name, "source": item["part"], "heads": item["heads"], "boxes": None}


def synthetic(root):
    """Points sit at the neck and are used as they are: the error is a few pixels at these sizes."""
    for name, item in sorted(json.loads((root / "heads.json").read_text()).items())[:SYNTHETIC_TAKEN]:
        yield {"path": root / "images" / name, "source": "synthetic", "heads": item["heads"], "boxes": None}


def penn_fudan(root):
    for name, item in json.loads((root / "boxes.json").read_text()).items():
        yield {"path": root / "images" / name, "source": "penn", "heads": None, "boxes": item["people"]}


def tiny_coco(root):
    """Images without a person are exact negatives for both tasks; the others teach the detector only."""
    for part in ("train2017", "val2017"):
        table = json.loads((root / "annotations" / f"instances_{part}.json").read_text())
        boxes, crowds = {}, set()
        for note in table["annotations"]:
            if note["category_id"] != PERSON:
                continue
            if note.get("iscrowd"):
                crowds.add(note["image_id"])
            else:
                boxes.setdefault(note["image_id"], []).append(note["bbox"])
        for image in table["images"]:
            path = root / part / image["file_name"]
            people = boxes.get(image["id"], [])
            if not path.exists() or image["id"] in crowds:
                continue
            yield {"path": path, "source": "coco", "heads": None if people else [], "boxes": people}


def simulator(root):
    heads = json.loads((root / "heads.json").read_text())
    boxes_file = root / "boxes.json"
    boxes = json.loads(boxes_file.read_text()) if boxes_file.exists() else {}
    for name, item in heads.items():
        people = boxes[name]["people"] if name in boxes else None
        yield {"path": root / "images" / name, "source": "sim", "heads": item["heads"], "boxes": people}


def assign_splits(items):
    """Draws the held-out part of every source with a fixed seed, independent of the others."""
    for source, share in HELD_OUT.items():
        group = sorted((i for i in items if i["source"] == source), key=lambda i: i["path"].name)
        count = share if isinstance(share, int) else round(share * len(group))
        held = set(random.Random(f"{SEED}-{source}").sample(range(len(group)), min(count, len(group))))
        for index, item in enumerate(group):
            item["split"] = "validation" if index in held else "train"


def pack_one(item, out, quality):
    image = Image.open(item["path"]).convert("RGB")
    scale = min(1.0, LONGEST / max(image.size))
    width, height = round(image.width * scale), round(image.height * scale)
    if scale < 1.0:
        image = image.resize((width, height), Image.LANCZOS)
    name = f"{item['source']}-{item['path'].stem}.webp"
    image.save(out / "images" / name, "WEBP", quality=quality, method=5)

    def scaled(rows):
        return None if rows is None else [[round(v * scale, 1) for v in row] for row in rows]

    return {
        "file": name, "source": item["source"], "split": item["split"], "width": width, "height": height,
        "heads": scaled(item["heads"]), "boxes": scaled(item["boxes"]),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--simulator", type=Path, help="folder with images/, heads.json and boxes.json")
    parser.add_argument("--quality", type=int, default=40, help="of the re-encoded WebP images")
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args()
    data = Path(os.environ["THRONG_DATA"])
    items = [*shanghaitech(data / "shanghaitech-train"), *synthetic(data / "synthetic-crowds")]
    items += [*penn_fudan(data / "penn-fudan"), *tiny_coco(data / "tiny-coco")]
    if args.simulator:
        items += simulator(args.simulator)
    assign_splits(items)
    (args.out / "images").mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(args.workers) as pool:
        index = list(pool.map(lambda item: pack_one(item, args.out, args.quality), items))
    (args.out / "index.json").write_text(json.dumps(index))
    for source in HELD_OUT:
        group = [i for i in index if i["source"] == source]
        print(source, len(group), "held out:", sum(i["split"] == "validation" for i in group))


if __name__ == "__main__":
    main()
