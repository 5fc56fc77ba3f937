"""Teacher labels for street images whose heads are marked but whose people have no boxes.

    python label_people.py --pack pack --checkpoint yolox_person.pt

The upstream detector looks at every part B image at several sizes and mirrored. A box becomes a label where a marked
head sits in its upper part (low score suffices) or where the score is high; other boxes and heads without a box are
`ignored`: they teach nothing. Rewrites the pack's index.json.
"""
import argparse
import json
from pathlib import Path

import torch

from export_person import load_checkpoint
from image_store import present, read_index, read_rgb
from person_graph import PersonGraph, suppress

SIDES = (1024, 1536, 2048)
SURE, WITH_HEAD, SEEN = 0.6, 0.2, 0.1
OVERLAP = 0.55


@torch.no_grad()
def look(graph, frame):
    """All predictions of all sizes, mirrored too: boxes [M, 4], scores [M]."""
    boxes, scores = [], []
    for side in SIDES:
        graph.side = side
        for mirrored in (False, True):
            images, scale = graph.letterbox(frame.flip(2) if mirrored else frame)
            raw = graph.net(images)[0]
            score = torch.sigmoid(raw[:, 4]) * torch.sigmoid(raw[:, 5])
            raw, score = raw[score > SEEN], score[score > SEEN]
            centre, half = raw[:, 0:2] / scale, raw[:, 2:4] / (2 * scale)
            if mirrored:
                centre = torch.stack((frame.shape[2] - centre[:, 0], centre[:, 1]), 1)
            boxes.append(torch.cat((centre - half, centre + half), 1))
            scores.append(score)
    return torch.cat(boxes), torch.cat(scores)


def match_heads(box, heads, free):
    """Index of a free head in the upper part of a box, nearest to where a head should be; None without one."""
    x1, y1, x2, y2 = box
    width, height = x2 - x1, y2 - y1
    best, nearest = None, 1.0
    for index in free:
        across, down = (heads[index][0] - x1) / width - 0.5, (heads[index][1] - y1) / height - 0.1
        distance = abs(across) / 0.4 + max(0.0, abs(down) - 0.08) / 0.15
        if distance < nearest:
            best, nearest = index, distance
    return best


def label(boxes, scores, heads):
    """Returns (people, ignored) as [x, y, w, h] lists."""
    people, ignored, free = [], [], set(range(len(heads)))
    order = suppress(boxes, scores, OVERLAP, SEEN)
    rows = [(boxes[i].tolist(), float(scores[i])) for i in order]
    for box, score in rows:
        head = match_heads(box, heads, free) if score > WITH_HEAD else None
        if head is not None:
            free.discard(head)
        row = [round(box[0], 1), round(box[1], 1), round(box[2] - box[0], 1), round(box[3] - box[1], 1)]
        (people if head is not None or score > SURE else ignored).append(row)
    heights = sorted(p[3] for p in people) or [60.0]
    size = heights[len(heights) // 2]
    for index in free:
        x, y = heads[index]
        ignored.append([round(x - 0.25 * size, 1), round(y - 0.2 * size, 1), round(0.5 * size, 1), round(size, 1)])
    return people, ignored


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pack", required=True)
    parser.add_argument("--checkpoint", required=True)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    args = parser.parse_args()
    graph = PersonGraph(load_checkpoint(args.checkpoint), SIDES[0], OVERLAP, SEEN).to(args.device).eval()
    index = read_index(args.pack)
    found = 0
    for item in present(index, args.pack):
        if item["source"] == "B":
            frame = torch.from_numpy(read_rgb(Path(args.pack) / "images" / item["file"]).copy())[None].to(args.device)
            boxes, scores = look(graph, frame)
            item["boxes"], item["ignored"] = label(boxes.cpu(), scores.cpu(), item["heads"])
            found += len(item["boxes"])
    (Path(args.pack) / "index.json").write_text(json.dumps(index, separators=(",", ":")))
    print(f"{found} people labelled")


if __name__ == "__main__":
    main()
