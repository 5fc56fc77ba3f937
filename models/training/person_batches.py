"""Training batches for the detector: crops of marked people, crops labelled by the teacher, empty scenes."""
import torch

from crop_geometry import CropSampler
from image_store import ImageStore
from photometric import photometric

SOURCES = {  # share of draws, lowest and highest magnification
    "penn": (0.22, 0.4, 1.3),
    "coco": (0.22, 0.4, 1.4),
    "sim": (0.12, 0.6, 1.6),
    "B": (0.2, 0.5, 1.5),
    "pets": (0.24, 0.45, 1.6),
}
LEAST_SIDE = 6.0  # px: smaller than this a person is not asked for, nor punished
LEAST_VISIBLE = 0.35  # share of a box that must lie inside the crop
FILL = 114.0
QUARTERED = 0.35  # share of images put together from four crops, so that no background goes with one camera's people


class PersonBatches:
    def __init__(self, folder, items, side, device):
        """items: index entries with `boxes` (and, from the teacher, `ignored`), as [x, y, w, h]."""
        total = {s: sum(i["source"] == s for i in items) for s in {i["source"] for i in items}}
        self.side = side
        self.store = ImageStore(folder, items, device)
        weights = [SOURCES[i["source"]][0] / total[i["source"]] for i in items]
        scales = [SOURCES[i["source"]][1:] for i in items]
        self.whole = CropSampler(self.store, weights, scales, side)
        self.quarter = CropSampler(self.store, weights, scales, side // 2)
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
        low, high = low.clamp(0, crops.side), high.clamp(0, crops.side)
        cut = torch.cat((low, high), -1)
        return cut, (high - low).prod(-1) / area.clamp(min=1e-6), (high - low).amin(-1)

    def crops(self, sampler, batch):
        """Images float [B, 3, side, side] BGR 0..255, people [B, K, 4], ignored [B, J, 4] (NaN rows unused)."""
        crops = sampler.draw(batch)
        images = photometric(crops.read(self.store, FILL) / 255).flip(1) * 255
        boxes, visible, smallest = self.place(crops, self.people)
        asked = (visible > LEAST_VISIBLE) & (smallest > LEAST_SIDE)
        nothing = torch.full_like(boxes, float("nan"))
        people = torch.where(asked[..., None], boxes, nothing)
        rest = torch.where(asked[..., None], nothing, boxes)
        return images, people, torch.cat((self.place(crops, self.ignored)[0], rest), 1)

    def quartered(self, batch):
        """As `crops`, each image of four crops of half its side."""
        half = self.side // 2
        images, *tables = self.crops(self.quarter, 4 * batch)
        images = images.view(batch, 2, 2, 3, half, half).permute(0, 3, 1, 4, 2, 5).reshape(batch, 3, self.side, self.side)
        shift = torch.tensor([[0, 0], [half, 0], [0, half], [half, half]], device=images.device).repeat(1, 2).float()
        return images, *[(t.view(batch, 4, -1, 4) + shift[:, None]).reshape(batch, -1, 4) for t in tables]

    def next(self, batch):
        """As `crops`; a share of the images is quartered."""
        few = round(batch * QUARTERED)
        parts = zip(self.crops(self.whole, batch - few), self.quartered(few))
        return tuple(torch.cat(pair) if pair[0].dim() == 4 else joined(*pair) for pair in parts)


def joined(one, other):
    """Tables [B, K, 4] of different K as one; rows used first, unused rows dropped where no image needs them."""
    most = max(one.shape[1], other.shape[1])
    table = torch.cat([
        torch.cat((t, torch.full((len(t), most - t.shape[1], 4), float("nan"), device=t.device)), 1) for t in (one, other)
    ])
    used = ~table[..., 0].isnan()
    order = used.int().argsort(1, descending=True)
    return table.gather(1, order[..., None].expand(-1, -1, 4))[:, : max(1, int(used.sum(1).max()))]
