"""Finds people on held-out images with an exported detector.

    python evaluate_person.py --onnx person.onnx --pack pack            (held-out part, per source)
    python evaluate_person.py --onnx person.onnx --video DIR            (DIR holds truth.json and its video)

Prints precision, recall and F1 at an overlap of 0.5, and the mean error of the count.
"""
import argparse
import json
from pathlib import Path

import numpy as np
import onnxruntime

from image_store import present, read_index, read_rgb

OVERLAP = 0.5


def match(found, truth):
    """Greedy by score: number of found boxes [x1, y1, x2, y2] that answer for a true box of their own."""
    free, hits = list(range(len(truth))), 0
    for box in found:
        best, most = None, OVERLAP
        for index in free:
            other = truth[index]
            width = min(box[2], other[2]) - max(box[0], other[0])
            height = min(box[3], other[3]) - max(box[1], other[1])
            if width <= 0 or height <= 0:
                continue
            common = width * height
            union = (box[2] - box[0]) * (box[3] - box[1]) + (other[2] - other[0]) * (other[3] - other[1]) - common
            if common / union >= most:
                best, most = index, common / union
        if best is not None:
            free.remove(best)
            hits += 1
    return hits


def scores_of(rows):
    """rows [(hits, found, true)] of each frame."""
    hits, found, true = np.array(rows, np.float64).T
    precision, recall = hits.sum() / max(1, found.sum()), hits.sum() / max(1, true.sum())
    return {
        "frames": len(rows), "precision": round(precision, 3), "recall": round(recall, 3),
        "f1": round(2 * precision * recall / max(1e-9, precision + recall), 3),
        "countMae": round(float(np.abs(found - true).mean()), 2), "countBias": round(float((found - true).mean()), 2),
    }


def corners(boxes):
    return [[x, y, x + w, y + h] for x, y, w, h in boxes]


def frames_of_video(folder):
    import cv2

    truth = json.loads((Path(folder) / "truth.json").read_text())
    video = cv2.VideoCapture(str(Path(folder) / truth["video"]))
    for frame in truth["frames"]:
        there, pixels = video.read()
        if there:
            yield "video", pixels[..., ::-1].copy(), corners([p["box"] for p in frame["people"]])


def frames_of_pack(folder):
    for item in present(read_index(folder), folder):
        if item["split"] == "validation" and item["boxes"] is not None:
            yield item["source"], read_rgb(Path(folder) / "images" / item["file"]), corners(item["boxes"])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--onnx", required=True)
    parser.add_argument("--pack")
    parser.add_argument("--video")
    parser.add_argument("--least-score", type=float, nargs="+", default=[0.0])
    args = parser.parse_args()
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(args.onnx, options)
    rows = {}
    for source, pixels, truth in frames_of_video(args.video) if args.video else frames_of_pack(args.pack):
        boxes, scores, _ = session.run(None, {"frames": pixels[None]})
        best_first = boxes[np.argsort(-scores)], np.sort(scores)[::-1]
        for least in args.least_score:
            found = best_first[0][best_first[1] >= least]
            rows.setdefault((source, least), []).append((match(found, truth), len(found), len(truth)))
    for (source, least), pairs in rows.items():
        print(source, least, json.dumps(scores_of(pairs)))


if __name__ == "__main__":
    main()
