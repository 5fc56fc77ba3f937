"""Training batches for the detector: crops of marked people, crops labelled by the teacher, empty scenes."""
import torch

from crop_geometry import CropSampler
from image_store import ImageStore
from photometric import photometric

SOURCES = {  # share of draws, lowest and highest magnification
    "penn": (0.25, 0.4, 1.3),
    "coco": (0.2, 0.5, 1.4),
    "sim": (0.2, 0.6, 1.6),
    "B": (0.35, 0.6, 1.5),
}
LEAST_SIDE = 6.0  # px: smaller than this a person is not asked for, nor punished
LEAST_VISIBLE = 0.35  # share of a box that must lie inside the crop
FILL = 114.0


class PersonBatches:
    def __init__(self, folder, items, side, device):
        """items: index entries with `boxes` (and, from the teacher, `ignored`), as [x, y, w, h]."""
        total = {s: sum(i["source"] == s for i in items) for s in {i["source"] for i in items}}
        self.side = side
        self.store = ImageStore(folder, items, device)
        self.sampler = CropSampler(
            self.store,
            [SOURCES[i["source"]][0] / total[i["source"]] for i in items],
            [SOURCES[i["source"]][1:] for i in items],
            side,
        )
        self.people = self.table([i["boxes"] for i in items], device)
        self.ignored = self.table([i.get("ignored") or [] for i in items], device)

    @staticmethod
    def table(rows, device):
        """Lists of [x, y, w, h] -> [N, K, 4] corners, NaN where a list is shorter."""
        table = torch.full((len(rows), max(1, max(map(len, rows))), 4), float("nan"))
        for row, boxes in enumerate(rows):
            if boxes:
                box = torch.tensor(boxes, dtype=torch.float32)
                table[row, : len(boxes)] = torch.cat((box[:, :2], box[:, :2] + box[:, 2:]), 1)
        return table.to(device)

    def place(self, crops, table):
        """Boxes of the drawn images in crop coordinates, cut at the crop's edge, and how much of each is left."""
        boxes = table[crops.index]
        low, high = crops.place(boxes[..., :2]), crops.place(boxes[..., 2:])
        low, high = torch.minimum(low, high), torch.maximum(low, high)
        area = (high - low).prod(-1)
        low, high = low.clamp(0, self.side), high.clamp(0, self.side)
        cut = torch.cat((low, high), -1)
        return cut, (high - low).prod(-1) / area.clamp(min=1e-6), (high - low).amin(-1)

    def next(self, batch):
        """Images float [B, 3, side, side] BGR 0..255, people [B, K, 4], ignored [B, J, 4] (NaN rows unused)."""
        crops = self.sampler.draw(batch)
        images = photometric(crops.read(self.store, FILL) / 255).flip(1) * 255
        boxes, visible, smallest = self.place(crops, self.people)
        asked = (visible > LEAST_VISIBLE) & (smallest > LEAST_SIDE)
        nothing = torch.full_like(boxes, float("nan"))
        people = torch.where(asked[..., None], boxes, nothing)
        rest = torch.where(asked[..., None], nothing, boxes)
        return images, people, torch.cat((self.place(crops, self.ignored)[0], rest), 1)
