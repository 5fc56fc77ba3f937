"""Draws random crops: which image, what scale, where, mirrored or not. All on the device, no synchronisation."""
from dataclasses import dataclass

import torch

OVERHANG = 0.08  # share of a crop that may hang over the image's edge
ASPECT = 0.12
SHRINK_BELOW = 0.6


@dataclass
class Crops:
    """B crops of `side` px. Source pixel = origin + (crop pixel + 0.5) / scale - 0.5, mirrored in x where `mirror`."""

    index: torch.Tensor  # [B] image
    scale: torch.Tensor  # [B, 2] crop pixels per source pixel, x and y
    origin: torch.Tensor  # [B, 2] source pixel at the crop's left top corner
    mirror: torch.Tensor  # [B] bool
    side: int

    def grid(self):
        """Source coordinates of the crop's columns and rows: x [B, side], y [B, side]."""
        line = torch.arange(self.side, device=self.origin.device) + 0.5
        columns = torch.where(self.mirror[:, None], self.side - line[None], line[None])
        x = self.origin[:, :1] + columns / self.scale[:, :1] - 0.5
        y = self.origin[:, 1:] + line[None] / self.scale[:, 1:] - 0.5
        return x, y

    def read(self, store, fill):
        """Pixels float [B, 3, side, side] RGB 0..255; beyond the image's edge `fill`."""
        x, y = self.grid()
        pixels = store.sample(self.index, x, y, self.scale.mean(1) < SHRINK_BELOW)
        size = store.size[self.index]
        inside_x = (x > -0.5) & (x < size[:, :1] - 0.5)
        inside_y = (y > -0.5) & (y < size[:, 1:] - 0.5)
        inside = inside_x[:, None, None, :] & inside_y[:, None, :, None]
        return torch.where(inside, pixels, torch.full_like(pixels[:1, :1, :1, :1], fill))

    def place(self, points):
        """Source points [B, K, 2] -> crop coordinates [B, K, 2]."""
        moved = (points - self.origin[:, None]) * self.scale[:, None]
        x = torch.where(self.mirror[:, None], self.side - moved[..., 0], moved[..., 0])
        return torch.stack((x, moved[..., 1]), -1)


class CropSampler:
    """Draws images by weight and places a window of `side` px in each.

    A share `native` of the crops keeps the image's own pixels: interpolation softens, and a network that has seen
    softened crops only counts too many people in sharp frames.
    """

    def __init__(self, store, weights, scales, side, native=0.0):
        """weights [N] share of draws, scales [N, 2] lowest and highest magnification."""
        self.native = native
        device = store.size.device
        self.store, self.side = store, side
        self.edges = torch.tensor(weights, dtype=torch.float64).cumsum(0).div(sum(weights)).float().to(device)
        self.low, self.high = torch.tensor(scales, dtype=torch.float32, device=device).log().unbind(1)

    def draw(self, batch):
        device = self.edges.device
        index = torch.searchsorted(self.edges, torch.rand(batch, device=device)).clamp(max=len(self.edges) - 1)
        low, high = self.low[index], self.high[index]
        scale = (low + (high - low) * torch.rand(batch, device=device)).exp()
        stretch = ((torch.rand(batch, device=device) - 0.5) * 2 * ASPECT).exp().sqrt()
        native = torch.rand(batch, 1, device=device) < self.native
        scale = torch.where(native, 1.0, torch.stack((scale * stretch, scale / stretch), 1))
        window = self.side / scale
        over = OVERHANG * window
        room = self.store.size[index] - window
        first = torch.minimum(room, torch.zeros_like(room)) - over
        last = torch.maximum(room, torch.zeros_like(room)) + over
        origin = first + (last - first) * torch.rand(batch, 2, device=device)
        origin = torch.where(native, origin.round(), origin)
        return Crops(index, scale, origin, torch.rand(batch, device=device) < 0.5, self.side)
