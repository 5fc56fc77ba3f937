"""Packs the training images small: re-encoded, at most 1024 px, with one index of heads and boxes.

    THRONG_DATA=/path/to/data python prepare.py --out pack [--simulator DIR ...] [--open]

Writes pack/images/*.webp and pack/index.json:
    [{file, source, split, width, height, heads: [[x, y], ...] | null, boxes: [[x, y, w, h], ...] | null}]
Pixels are those of the re-encoded image. `heads` null: the image tells nothing about counts;
`boxes` null: nothing about boxes. `split` is "train" or "validation", drawn with a fixed seed.
--open packs only what is freely licensed or our own: all synthetic crowds, the simulator's frames of all folders,
COCO images without people. Without it, half of the synthetic crowds and the first simulator folder are taken.
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
    for row, (name, item) in enumerate(sorted(json.loads((root / "heads.json").read_text()).items())):
        spare = row >= SYNTHETIC_TAKEN
        path = root / "images" / name
        yield {"path": path, "source": "synthetic", "heads": item["heads"], "boxes": None, "spare": spare}


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


def simulator(root, spare):
    heads = json.loads((root / "heads.json").read_text())
    boxes_file = root / "boxes.json"
    boxes = json.loads(boxes_file.read_text()) if boxes_file.exists() else {}
    for name, item in heads.items():
        people = boxes[name]["people"] if name in boxes else None
        path = root / "images" / name
        yield {"path": path, "source": "sim", "heads": item["heads"], "boxes": people, "spare": spare}


def street_video(folder, last, step):
    """Frames 0 to `last` of a video with truth.json, every `step`-th: none is held out, the rest of the video is."""
    import cv2

    truth = json.loads((folder / "truth.json").read_text())
    video = cv2.VideoCapture(str(folder / truth["video"]))
    for number in range(last + 1):
        there, pixels = video.read()
        if there and number % step == 0:
            boxes = [p["box"] for p in truth["frames"][number]["people"]]
            path = folder / f"{number:03d}.png"
            yield {"path": path, "source": "pets", "heads": None, "boxes": boxes, "pixels": pixels[..., ::-1]}


def is_open(item):
    """Synthetic crowds, simulator frames and COCO images without people."""
    return item["source"] in ("synthetic", "coco", "sim") and item["heads"] is not None


def assign_splits(items):
    """Draws the held-out part of every source with a fixed seed, independent of the others and of spare items."""
    for item in items:
        item["split"] = "train"
    for source, share in HELD_OUT.items():
        group = sorted((i for i in items if i["source"] == source and not i.get("spare")), key=lambda i: i["path"].name)
        count = share if isinstance(share, int) else round(share * len(group))
        held = set(random.Random(f"{SEED}-{source}").sample(range(len(group)), min(count, len(group))))
        for index, item in enumerate(group):
            if index in held:
                item["split"] = "validation"


def pack_one(item, out, quality):
    image = Image.fromarray(item["pixels"]) if "pixels" in item else Image.open(item["path"]).convert("RGB")
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
    parser.add_argument(
        "--simulator", type=Path, nargs="*", default=[],
        help="folders with images/, heads.json and boxes.json; some of the first one's frames are held out",
    )
    parser.add_argument("--video", type=Path, help="folder with truth.json and its video, for the detector")
    parser.add_argument("--video-frames", type=int, nargs=2, default=[132, 3], metavar=("LAST", "STEP"))
    parser.add_argument("--open", action="store_true", help="freely licensed and self-made images only")
    parser.add_argument("--quality", type=int, default=40, help="of the re-encoded WebP images")
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args()
    data = Path(os.environ["THRONG_DATA"])
    items = [*shanghaitech(data / "shanghaitech-train"), *synthetic(data / "synthetic-crowds")]
    items += [*penn_fudan(data / "penn-fudan"), *tiny_coco(data / "tiny-coco")]
    for row, folder in enumerate(args.simulator):
        items += simulator(folder, spare=row > 0)
    if args.video:
        items += street_video(args.video, *args.video_frames)
    assign_splits(items)
    items = [i for i in items if (is_open(i) if args.open else not i.get("spare"))]
    (args.out / "images").mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(args.workers) as pool:
        index = list(pool.map(lambda item: pack_one(item, args.out, args.quality), items))
    (args.out / "index.json").write_text(json.dumps(index))
    for source in HELD_OUT:
        group = [i for i in index if i["source"] == source]
        print(source, len(group), "held out:", sum(i["split"] == "validation" for i in group))


if __name__ == "__main__":
    main()
