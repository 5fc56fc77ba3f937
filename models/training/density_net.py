"""The density network: uint8 frames in, persons per 8x8 pixel cell out.

    frames  uint8  [N, H, W, 3]  RGB, any H and W
    density float  [N, ceil(H/8), ceil(W/8)]  persons; the sum over a frame is its count
"""
import torch
import torch.nn.functional as F
from torch import nn

from shuffle_trunk import WIDTHS, ShuffleTrunk, conv_norm

CELL = 8
MULTIPLE = 32


class Residual(nn.Module):
    """Dilated 3x3 convolution added to its input."""

    def __init__(self, width, dilation):
        super().__init__()
        self.body = conv_norm(width, width, 3, dilation=dilation, activate=False)

    def forward(self, x):
        return F.relu(x + self.body(x))


class SceneContext(nn.Module):
    """Depthwise 5x5 mixing at stride 32: how the whole scene sets the size of a head."""

    def __init__(self, width):
        super().__init__()
        self.body = nn.Sequential(
            conv_norm(width, width, 5, groups=width), conv_norm(width, width, 1, activate=False)
        )

    def forward(self, x):
        return F.relu(x + self.body(x))


class DensityNet(nn.Module):
    """Trunk, feature pyramid and dilated head; two logits a cell: is anyone here, and how many if so."""

    def __init__(
        self, coarse=128, fine=64, coarse_dilations=(1, 2), fine_dilations=(1, 2, 3), soften=0.0, second_look=None
    ):
        """soften: share of each neighbour in a 3x3 blur of whole frames, as interpolation blurs training crops.
        second_look: (low, high, most), see `look_again`."""
        super().__init__()
        self.second_look = second_look
        line = torch.tensor([soften, 1 - 2 * soften, soften])
        self.softening = (line[:, None] * line[None]).expand(3, 1, 3, 3).contiguous() if soften > 0 else None
        at4, at8, at16, at32 = WIDTHS
        self.trunk = ShuffleTrunk()
        self.top = nn.Sequential(conv_norm(at32, coarse), SceneContext(coarse), SceneContext(coarse))
        self.side16 = conv_norm(at16, coarse, activate=False)
        self.coarse = nn.Sequential(*[Residual(coarse, d) for d in coarse_dilations])
        self.down = conv_norm(coarse, fine, activate=False)
        self.side8 = conv_norm(at8, fine, activate=False)
        self.side4 = conv_norm(at4, fine, 3, 2, activate=False)
        self.fine = nn.Sequential(*[Residual(fine, d) for d in fine_dilations])
        self.out = nn.Conv2d(fine, 2, 1)
        nn.init.normal_(self.out.weight, std=0.01)
        nn.init.constant_(self.out.bias, -1.0)

    def cells(self, images):
        """images float [N, 3, H, W] BGR 0..1, H and W multiples of 32 -> persons [N, H/8, W/8]."""
        at4, at8, at16, at32 = self.trunk(images)
        x = F.relu(self.side16(at16) + F.interpolate(self.top(at32), scale_factor=2.0, mode="nearest"))
        x = self.down(self.coarse(x))
        x = F.interpolate(x, scale_factor=2.0, mode="bilinear", align_corners=False)
        x = self.fine(F.relu(x + self.side8(at8) + self.side4(at4)))
        logits = self.out(x).float()
        return torch.sigmoid(logits[:, 0]) * F.softplus(logits[:, 1])

    def look(self, images, cell):
        """images float [N, 3, H, W] of any size -> persons [N, ceil(H/cell), ceil(W/cell)], seen at 8/cell of their size."""
        height, width = images.shape[2], images.shape[3]
        multiple, shrink = MULTIPLE * cell // CELL, cell // CELL
        images = F.pad(images, (0, (-width) % multiple, 0, (-height) % multiple), value=PAD_VALUE)
        density = self.cells(F.avg_pool2d(images, shrink) if shrink > 1 else images)
        return density[:, : (height + cell - 1) // cell, : (width + cell - 1) // cell]

    def look_again(self, images, density):
        """Mixes in what a look at half the size counts, where the frame as a whole is crowded.

        Its share grows from 0 at `low` persons a cell, the frame's mean, to `most` at `high`. The two looks err apart:
        on dense crowds the first counts too many and the second too few; heads of sparse scenes are lost at half size.
        """
        low, high, most = self.second_look
        again = F.interpolate(self.look(images, 2 * CELL)[:, None] / 4, scale_factor=2.0, mode="nearest")[:, 0]
        again = again[:, : density.shape[1], : density.shape[2]]
        share = ((density.mean((1, 2), keepdim=True) - low) / (high - low)).clamp(0, 1) * most
        return density + share * (again - density)

    def forward(self, frames):
        images = frames.permute(0, 3, 1, 2).flip(1).float() * (1.0 / 255.0)
        if self.softening is not None:
            images = F.conv2d(F.pad(images, (1, 1, 1, 1), mode="replicate"), self.softening, groups=3)
        density = self.look(images, CELL)
        return self.look_again(images, density) if self.second_look else density


PAD_VALUE = 0.45  # mid grey: the same fill that crops beyond an image's edge get in training


def parameter_count(model):
    return sum(p.numel() for p in model.parameters())
