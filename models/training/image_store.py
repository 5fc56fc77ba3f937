"""All images of a packed data set decoded once into device memory, so that decoding never limits training.

Pixels are held as packed 32-bit words (R | G << 8 | B << 16) on square canvases of 1024 px, and once more at half
size, which is what crops that shrink are read from (no aliasing).
"""
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import torch
from PIL import Image

CANVAS = 1024


def read_index(folder):
    return json.loads((Path(folder) / "index.json").read_text())


def present(index, folder):
    """The items whose image is there: a pack may be carried in part."""
    return [i for i in index if (Path(folder) / "images" / i["file"]).exists()]


def read_rgb(path):
    return np.asarray(Image.open(path).convert("RGB"))


def _decode(path):
    rgb = read_rgb(path)
    canvas = np.zeros((CANVAS, CANVAS, 4), np.uint8)
    canvas[: rgb.shape[0], : rgb.shape[1], :3] = rgb
    half = canvas.reshape(CANVAS // 2, 2, CANVAS // 2, 2, 4).mean((1, 3), dtype=np.float32).round().astype(np.uint8)
    return canvas.view(np.int32)[..., 0], half.view(np.int32)[..., 0]


class ImageStore:
    """`full` int32 [N, 1024, 1024], `half` int32 [N, 512, 512], `size` float [N, 2] (width, height)."""

    def __init__(self, folder, items, device, workers=8):
        self.items = items
        paths = [Path(folder) / "images" / item["file"] for item in items]
        self.full = torch.empty(len(items), CANVAS, CANVAS, dtype=torch.int32, device=device)
        self.half = torch.empty(len(items), CANVAS // 2, CANVAS // 2, dtype=torch.int32, device=device)
        with ThreadPoolExecutor(workers) as pool:
            for index, (full, half) in enumerate(pool.map(_decode, paths)):
                self.full[index] = torch.from_numpy(full).to(device)
                self.half[index] = torch.from_numpy(half).to(device)
        self.size = torch.tensor([[i["width"], i["height"]] for i in items], dtype=torch.float32, device=device)

    def sample(self, index, x, y, shrink):
        """Bilinear values at source pixels.

        index int [B], x float [B, W], y float [B, H] (pixel centres at integers), shrink bool [B]: read the half size.
        Returns float [B, 3, H, W], R, G, B in 0..255; outside the image the value is not defined (see `inside`).
        """
        side = torch.where(shrink, CANVAS // 2, CANVAS)
        x = torch.where(shrink[:, None], (x + 0.5) * 0.5 - 0.5, x)
        y = torch.where(shrink[:, None], (y + 0.5) * 0.5 - 0.5, y)
        limit = (side - 1)[:, None].float()
        x, y = x.clamp(min=0).minimum(limit), y.clamp(min=0).minimum(limit)
        left, top = x.floor().long(), y.floor().long()
        right, bottom = (left + 1).minimum(limit.long()), (top + 1).minimum(limit.long())
        fx, fy = (x - left)[:, None, None, :], (y - top)[:, None, :, None]
        base = index.long() * side.long() ** 2

        def tap(rows, columns):
            place = base[:, None, None] + rows[:, :, None] * side[:, None, None] + columns[:, None, :]
            full = self.full.view(-1)[torch.where(shrink[:, None, None], 0, place)]
            half = self.half.view(-1)[torch.where(shrink[:, None, None], place, 0)]
            word = torch.where(shrink[:, None, None], half, full)
            return torch.stack((word & 255, (word >> 8) & 255, (word >> 16) & 255), 1).float()

        above = tap(top, left) * (1 - fx) + tap(top, right) * fx
        below = tap(bottom, left) * (1 - fx) + tap(bottom, right) * fx
        return above * (1 - fy) + below * fy
