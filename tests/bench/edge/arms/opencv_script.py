"""What a user would write: count the people of a video with OpenCV's DNN module and a YOLOX file.

    opencv_script.py VIDEO MODEL [LEAST_SCORE]

Reads "run N" on stdin, looks at N frames of the video (again from its start where it ends), answers a line of JSON.
"""
import json
import sys

import cv2
import numpy as np

video, model = sys.argv[1:3]
least = float(sys.argv[3]) if len(sys.argv) > 3 else 0.4
SIDE = 416
OVERLAP = 0.45

cv2.setNumThreads(1)
net = cv2.dnn.readNetFromONNX(model)
grids = [np.mgrid[:SIDE // s, :SIDE // s][::-1].reshape(2, -1).T for s in (8, 16, 32)]
cells = np.concatenate(grids).astype(np.float32)
strides = np.concatenate([np.full((len(g), 1), s, np.float32) for g, s in zip(grids, (8, 16, 32))])


def people(frame):
    height, width = frame.shape[:2]
    scale = min(SIDE / height, SIDE / width)
    canvas = np.full((SIDE, SIDE, 3), 114, np.uint8)
    small = cv2.resize(frame, (int(width * scale), int(height * scale)))
    canvas[: small.shape[0], : small.shape[1]] = small
    net.setInput(cv2.dnn.blobFromImage(canvas))
    rows = net.forward()[0]
    scores = rows[:, 4] * rows[:, 5]
    keep = scores >= least
    rows, scores, cell, stride = rows[keep], scores[keep], cells[keep], strides[keep]
    centres = (rows[:, :2] + cell) * stride / scale
    sizes = np.exp(rows[:, 2:4]) * stride / scale
    boxes = np.concatenate([centres - sizes / 2, sizes], axis=1)
    return cv2.dnn.NMSBoxes(boxes.tolist(), scores.tolist(), least, OVERLAP)


capture = cv2.VideoCapture(video)
print(json.dumps({"ready": True}), flush=True)
for line in sys.stdin:
    count, seen = int(line.split()[1]), 0
    for _ in range(count):
        there, frame = capture.read()
        if not there:
            capture = cv2.VideoCapture(video)
            there, frame = capture.read()
        seen += len(people(frame))
    print(json.dumps({"frames": count, "people": seen}), flush=True)
