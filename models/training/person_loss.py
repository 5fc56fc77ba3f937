"""Loss of the person detector: which predictions answer for which people (SimOTA), and how well they do.

Shapes: B images, M predictions, K places for people; `people` float [B, K, 4] x1 y1 x2 y2, rows of NaN where unused.
"""
import torch
import torch.nn.functional as F

from person_graph import overlaps
from person_net import STRIDES, anchors

RADIUS = 2.5  # strides around a person's centre within which a prediction may answer for it
CANDIDATES = 10
FAR = 1e5


def cell_centres(side, device):
    """Centres [M, 2] and strides [M] of all cells of a square image of `side` px."""
    centres, strides = [], []
    for stride in STRIDES:
        cells = side // stride
        corner = anchors(cells, cells, stride, torch.zeros(1, device=device))[0]
        centres.append(corner + stride / 2)
        strides.append(torch.full((len(corner),), float(stride), device=device))
    return torch.cat(centres), torch.cat(strides)


def corners(raw):
    half = raw[..., 2:4] / 2
    return torch.cat((raw[..., 0:2] - half, raw[..., 0:2] + half), -1)


@torch.no_grad()
def assign(raw, people, side):
    """Returns answered bool [B, M], person index [B, M] and overlap with that person [B, M]."""
    used = ~people[..., 0].isnan()
    people = people.nan_to_num(0)
    centres, strides = cell_centres(side, raw.device)
    x, y = centres[None, None, :, 0], centres[None, None, :, 1]
    x1, y1, x2, y2 = (people[..., i, None] for i in range(4))
    inside = (x > x1) & (x < x2) & (y > y1) & (y < y2)
    reach = RADIUS * strides
    near = ((x - (x1 + x2) / 2).abs() < reach) & ((y - (y1 + y2) / 2).abs() < reach)
    allowed = (inside | near) & used[..., None]
    iou = overlaps(people[:, :, None], corners(raw)[:, None]) * allowed
    score = (raw[..., 4].sigmoid() * raw[..., 5].sigmoid()).sqrt().clamp(1e-6, 1 - 1e-6)
    cost = -score.log()[:, None] - 3.0 * (iou + 1e-6).log()
    cost = cost + FAR * ~(inside & near) + FAR * 100 * ~allowed
    wanted = iou.topk(CANDIDATES, -1).values.sum(-1).long().clamp(min=1)
    best = cost.topk(CANDIDATES, -1, largest=False)
    rank = torch.arange(CANDIDATES, device=raw.device)
    chosen = (rank < wanted[..., None]) & used[..., None]
    taken = torch.zeros_like(cost).scatter_(-1, best.indices, chosen.float()) * allowed
    cost = torch.where(taken > 0, cost, torch.full_like(cost, FAR * 1000))
    person = cost.argmin(1)
    answered = taken.amax(1) > 0
    return answered, person, iou.gather(1, person[:, None])[:, 0]


def person_loss(raw, people, ignored, side):
    """raw [B, M, 6] of PersonNet, people [B, K, 4], ignored [B, J, 4] places that teach nothing -> scalar."""
    answered, person, iou = assign(raw.detach(), people, side)
    centres, _ = cell_centres(side, raw.device)
    x, y = centres[None, None, :, 0], centres[None, None, :, 1]
    i1, j1, i2, j2 = (ignored[..., i, None] for i in range(4))  # NaN compares false
    silent = ((x > i1) & (x < i2) & (y > j1) & (y < j2)).any(1) & ~answered
    count = answered.sum().clamp(min=1)
    found = F.binary_cross_entropy_with_logits(raw[..., 4], answered.float(), reduction="none")
    objectness = (found * ~silent).sum() / count
    target = people.nan_to_num(0).gather(1, person[..., None].expand(-1, -1, 4))
    box = (1 - generalised_overlap(corners(raw), target)) * answered
    kind = F.binary_cross_entropy_with_logits(raw[..., 5], iou.clamp(0, 1), reduction="none") * answered
    return objectness + (5.0 * box.sum() + kind.sum()) / count


def generalised_overlap(one, other):
    """GIoU of paired boxes [..., 4]."""
    hull = torch.maximum(one[..., 2:], other[..., 2:]) - torch.minimum(one[..., :2], other[..., :2])
    hull = hull.clamp(min=0).prod(-1).clamp(min=1e-6)
    low, high = torch.maximum(one[..., :2], other[..., :2]), torch.minimum(one[..., 2:], other[..., 2:])
    common = (high - low).clamp(min=0).prod(-1)
    union = (one[..., 2:] - one[..., :2]).prod(-1) + (other[..., 2:] - other[..., :2]).prod(-1) - common
    return common / union.clamp(min=1e-6) - (hull - union) / hull
