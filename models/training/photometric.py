"""Random light, colour, blur, noise and resolution changes on the device: day and night, good lenses and bad."""
import torch
import torch.nn.functional as F


def _rand(images, low=0.0, high=1.0):
    return low + (high - low) * torch.rand(images.shape[0], 1, 1, 1, device=images.device)


def _chance(images, p):
    return torch.rand(images.shape[0], 1, 1, 1, device=images.device) < p


def photometric(images, share=0.5):
    """images float [B, 3, H, W] in 0..1 -> the same; a `share` of them changed, each in its own way."""
    return torch.where(_chance(images, share), changed(images), images)


def changed(images):
    grey = images.mean(1, keepdim=True)
    images = grey + (images - grey) * torch.where(_chance(images, 0.15), 0.0, _rand(images, 0.6, 1.4))
    tint = 1 + 0.16 * (torch.rand(images.shape[0], 3, 1, 1, device=images.device) - 0.5)
    images = (images * tint).clamp(0, 1)
    gamma = torch.where(_chance(images, 0.12), _rand(images, 1.3, 2.8), _rand(images, 0.75, 1.3))
    images = (images + 1e-4).pow(gamma)
    middle = images.mean((1, 2, 3), keepdim=True)
    images = (middle + (images - middle) * _rand(images, 0.65, 1.35)) * _rand(images, 0.75, 1.25)
    soft = F.avg_pool2d(F.pad(images, (1, 1, 1, 1), mode="replicate"), 3, 1)
    images = torch.lerp(images, soft, torch.where(_chance(images, 0.2), _rand(images), 0.0))
    coarse = F.interpolate(F.avg_pool2d(images, 2), scale_factor=2.0, mode="bilinear", align_corners=False)
    images = torch.where(_chance(images, 0.06), coarse, images)
    strength = torch.where(_chance(images, 0.35), _rand(images, 0.0, 0.07), 0.0)
    return (images + strength * torch.randn_like(images)).clamp(0, 1)
