"""Training batches for the density network: crops of crowds, empty scenes and mixtures of two crops."""
from dataclasses import dataclass

import torch

from crop_geometry import CropSampler
from density_net import CELL, PAD_VALUE
from image_store import ImageStore
from photometric import photometric

# share of draws, lowest and highest magnification
SOURCES = {
    "A": (0.36, 0.6, 1.8),
    "B": (0.40, 0.75, 1.35),
    "synthetic": (0.03, 0.6, 1.2),
    "coco": (0.07, 0.5, 1.6),
    "sim": (0.14, 0.7, 1.5),
}
MIX_STEP = 64


@dataclass(frozen=True)
class Changes:
    """How far training images stray from real ones: `scale` is a power of the ranges above, the others are shares.

    `native` crops are neither scaled nor interpolated.
    """

    scale: float
    light: float
    mix: float
    native: float


FULL = Changes(scale=1.0, light=0.5, mix=0.2, native=0.3)
POLISH = Changes(scale=0.35, light=0.2, mix=0.05, native=0.8)  # the last minutes: what is learnt is then true of real frames


class DensityBatches:
    def __init__(self, folder, items, side, device, changes=FULL, shares=None):
        """items: index entries with `heads` not null; shares {source: share of draws} instead of those above."""
        self.changes = changes
        shares = {source: row[0] for source, row in SOURCES.items()} | (shares or {})
        present = {i["source"] for i in items}
        total = {s: sum(i["source"] == s for i in items) for s in present}
        self.store = ImageStore(folder, items, device)
        self.sampler = CropSampler(
            self.store,
            [shares[i["source"]] / total[i["source"]] for i in items],
            [[edge**changes.scale for edge in SOURCES[i["source"]][1:]] for i in items],
            side,
            changes.native,
        )
        most = max(len(i["heads"]) for i in items)
        self.heads = torch.full((len(items), most, 2), float("nan"), device=device)
        for row, item in enumerate(items):
            if item["heads"]:
                self.heads[row, : len(item["heads"])] = torch.tensor(item["heads"], device=device)
        self.side = side

    def next(self, batch):
        """Returns images float [B, 3, side, side] BGR 0..1 and persons per cell float [B, side/8, side/8]."""
        crops = self.sampler.draw(batch)
        images = photometric(crops.read(self.store, PAD_VALUE * 255) / 255, self.changes.light).flip(1)
        counts = self.count(crops, batch)
        return self.mix(images, counts)

    def count(self, crops, batch):
        cells = self.side // CELL
        points = crops.place(self.heads[crops.index])
        inside = ((points >= 0) & (points < self.side)).all(-1)  # false for the NaN that pads the list
        cell = (points.nan_to_num(0) / CELL).long().clamp(0, cells - 1)
        flat = torch.zeros(batch, cells * cells, device=points.device)
        flat.scatter_add_(1, cell[..., 1] * cells + cell[..., 0], inside.float())
        return flat.view(batch, cells, cells)

    def mix(self, images, counts):
        """Replaces a rectangle of some crops, pixels and people alike, by that of the crop before it."""
        batch, steps, device = images.shape[0], self.side // MIX_STEP, images.device
        line = torch.arange(self.side, device=device) // MIX_STEP
        low = torch.randint(0, steps, (batch, 2, 1), device=device)
        high = low + torch.randint(1, steps + 1, (batch, 2, 1), device=device)
        within = (line >= low) & (line < high)
        chosen = torch.rand(batch, 1, 1, device=device) < self.changes.mix
        mask = within[:, 1, :, None] & within[:, 0, None, :] & chosen
        images = torch.where(mask[:, None], images.roll(1, 0), images)
        counts = torch.where(mask[:, ::CELL, ::CELL], counts.roll(1, 0), counts)
        return images, counts
