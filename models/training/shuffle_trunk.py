"""ShuffleNetV2 trunk (149 k parameters): the only pretrained part of both of our networks' family.

Input  float [N, 3, H, W], channels B, G, R in 0..1 (the order its ImageNet weights expect).
Output four feature maps at strides 4, 8, 16, 32 with 24, 48, 96, 192 channels.
"""
import torch
from torch import nn

WIDTHS = (24, 48, 96, 192)
REPEATS = (4, 8, 4)


def conv_norm(inputs, outputs, kernel=1, stride=1, groups=1, dilation=1, activate=True):
    """Convolution, batch normalisation and (optionally) ReLU as one block."""
    layers = [
        nn.Conv2d(inputs, outputs, kernel, stride, dilation * (kernel // 2), dilation, groups, bias=False),
        nn.BatchNorm2d(outputs),
    ]
    if activate:
        layers.append(nn.ReLU(inplace=True))
    return nn.Sequential(*layers)


class ShuffleBlock(nn.Module):
    """One ShuffleNetV2 unit; `stride` 2 halves the map and widens it."""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.stride = stride
        entering = inputs if stride == 2 else inputs // 2
        middle = outputs // 2
        leaving = outputs - entering
        self.branch_main = nn.Sequential(
            nn.Conv2d(entering, middle, 1, bias=False), nn.BatchNorm2d(middle), nn.ReLU(inplace=True),
            nn.Conv2d(middle, middle, 3, stride, 1, groups=middle, bias=False), nn.BatchNorm2d(middle),
            nn.Conv2d(middle, leaving, 1, bias=False), nn.BatchNorm2d(leaving), nn.ReLU(inplace=True),
        )
        if stride == 2:
            self.branch_proj = nn.Sequential(
                nn.Conv2d(entering, entering, 3, 2, 1, groups=entering, bias=False), nn.BatchNorm2d(entering),
                nn.Conv2d(entering, entering, 1, bias=False), nn.BatchNorm2d(entering), nn.ReLU(inplace=True),
            )

    def forward(self, x):
        if self.stride == 2:
            return torch.cat((self.branch_proj(x), self.branch_main(x)), 1)
        return torch.cat((x[:, 0::2], self.branch_main(x[:, 1::2])), 1)


class ShuffleTrunk(nn.Module):
    def __init__(self):
        super().__init__()
        self.first_conv = conv_norm(3, WIDTHS[0], 3, 2)
        self.maxpool = nn.MaxPool2d(3, 2, 1)
        for stage, (repeats, inputs, outputs) in enumerate(zip(REPEATS, WIDTHS[:-1], WIDTHS[1:]), start=2):
            blocks = [ShuffleBlock(inputs, outputs, 2)]
            blocks += [ShuffleBlock(outputs, outputs, 1) for _ in range(repeats - 1)]
            setattr(self, f"stage{stage}", nn.Sequential(*blocks))

    def forward(self, x):
        at4 = self.maxpool(self.first_conv(x))
        at8 = self.stage2(at4)
        at16 = self.stage3(at8)
        return at4, at8, at16, self.stage4(at16)


def load_imagenet(trunk, path):
    """Fills the trunk from the ImageNet checkpoint; every tensor must fit."""
    trunk.load_state_dict(torch.load(path, map_location="cpu"), strict=True)
    return trunk
