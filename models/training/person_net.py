"""YOLOX-nano with one class: the person detector (Apache-2.0 weights of YOLOX, batch norms folded, fine-tuned by us).

    images float [N, 3, H, W]  B, G, R in 0..255, H and W multiples of 32
    raw    float [N, M, 6]     box centre x, y, width, height in pixels, objectness logit, person logit
"""
import torch
import torch.nn.functional as F
from torch import nn

STRIDES = (8, 16, 32)


class ConvSilu(nn.Module):
    def __init__(self, inputs, outputs, kernel=1, stride=1, groups=1):
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, groups=groups)

    def forward(self, x):
        return F.silu(self.conv(x))


def separable(inputs, outputs, stride=1):
    """Depthwise 3x3, then pointwise."""
    return nn.Sequential(ConvSilu(inputs, inputs, 3, stride, inputs), ConvSilu(inputs, outputs))


class Bottleneck(nn.Module):
    def __init__(self, width, shortcut):
        super().__init__()
        self.body = nn.Sequential(ConvSilu(width, width), separable(width, width))
        self.shortcut = shortcut

    def forward(self, x):
        return x + self.body(x) if self.shortcut else self.body(x)


class CrossStage(nn.Module):
    def __init__(self, inputs, outputs, depth=1, shortcut=False):
        super().__init__()
        half = outputs // 2
        self.left, self.right = ConvSilu(inputs, half), ConvSilu(inputs, half)
        self.body = nn.Sequential(*[Bottleneck(half, shortcut) for _ in range(depth)])
        self.join = ConvSilu(outputs, outputs)

    def forward(self, x):
        left, right = self.left(x), self.right(x)
        return self.join(torch.cat((self.body(left), right), 1))


class SpatialPyramid(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.enter, self.leave = ConvSilu(width, width // 2), ConvSilu(width * 2, width)

    def forward(self, x):
        x = self.enter(x)
        return self.leave(torch.cat([x] + [F.max_pool2d(x, k, 1, k // 2) for k in (5, 9, 13)], 1))


class Head(nn.Module):
    """One pyramid level; the order of evaluation is that of the upstream graph (weights are matched by it)."""

    def __init__(self, inputs, width=64):
        super().__init__()
        self.stem = ConvSilu(inputs, width)
        self.person_tower = nn.Sequential(separable(width, width), separable(width, width))
        self.person = nn.Conv2d(width, 1, 1)
        self.box_tower = nn.Sequential(separable(width, width), separable(width, width))
        self.box = nn.Conv2d(width, 4, 1)
        self.object = nn.Conv2d(width, 1, 1)

    def forward(self, x):
        x = self.stem(x)
        person = self.person(self.person_tower(x))
        towards = self.box_tower(x)
        return torch.cat((self.box(towards), self.object(towards), person), 1)


class PersonNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = ConvSilu(12, 16, 3)
        self.dark2 = nn.Sequential(separable(16, 32, 2), CrossStage(32, 32, 1, True))
        self.dark3 = nn.Sequential(separable(32, 64, 2), CrossStage(64, 64, 3, True))
        self.dark4 = nn.Sequential(separable(64, 128, 2), CrossStage(128, 128, 3, True))
        self.dark5 = nn.Sequential(separable(128, 256, 2), SpatialPyramid(256), CrossStage(256, 256, 1))
        self.lateral, self.p4 = ConvSilu(256, 128), CrossStage(256, 128)
        self.reduce, self.p3 = ConvSilu(128, 64), CrossStage(128, 64)
        self.down3, self.n3 = separable(64, 64, 2), CrossStage(128, 128)
        self.down4, self.n4 = separable(128, 128, 2), CrossStage(256, 256)
        self.heads = nn.ModuleList([Head(64), Head(128), Head(256)])

    def pyramid(self, images):
        x = torch.cat([images[..., r::2, c::2] for c in (0, 1) for r in (0, 1)], 1)
        c3 = self.dark3(self.dark2(self.stem(x)))
        c4 = self.dark4(c3)
        c5 = self.lateral(self.dark5(c4))
        m4 = self.reduce(self.p4(torch.cat((F.interpolate(c5, scale_factor=2.0), c4), 1)))
        o3 = self.p3(torch.cat((F.interpolate(m4, scale_factor=2.0), c3), 1))
        o4 = self.n3(torch.cat((self.down3(o3), m4), 1))
        return o3, o4, self.n4(torch.cat((self.down4(o4), c5), 1))

    def forward(self, images):
        levels = [head(x) for head, x in zip(self.heads, self.pyramid(images))]
        return torch.cat([decode(level.float(), stride) for level, stride in zip(levels, STRIDES)], 1)


def anchors(rows, columns, stride, like):
    """Left top corners of a level's cells in pixels: [1, rows*columns, 2]."""
    y = torch.arange(rows, device=like.device).view(-1, 1).expand(rows, columns)
    x = torch.arange(columns, device=like.device).view(1, -1).expand(rows, columns)
    return torch.stack((x, y), -1).reshape(1, -1, 2).to(like.dtype) * stride


def decode(level, stride):
    """[N, 6, h, w] of one level -> [N, h*w, 6] with centres and sizes in pixels."""
    flat = level.flatten(2).transpose(1, 2)
    centre = flat[..., 0:2] * stride + anchors(level.shape[2], level.shape[3], stride, level)
    return torch.cat((centre, flat[..., 2:4].clamp(max=8.0).exp() * stride, flat[..., 4:6]), -1)
