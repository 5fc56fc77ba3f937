"""Loss of the density network: Poisson deviance of counts pooled at 8, 16, 32 and 64 px, and the crop's own count."""
import torch
import torch.nn.functional as F

LEVELS = ((1, 1.0), (2, 0.5), (4, 0.25), (8, 0.125))  # pooled cells, weight
COUNT_WEIGHT = 0.25
FLOOR = 1e-3


def poisson_deviance(predicted, counted):
    """Half the deviance per cell: zero where they agree, positive elsewhere."""
    predicted = predicted + FLOOR
    likelihood = predicted - counted * predicted.log()
    return likelihood - (counted - torch.xlogy(counted, counted))


def density_loss(predicted, counted):
    """predicted, counted float [B, h, w] persons per cell -> scalar."""
    loss = 0.0
    for cells, weight in LEVELS:
        area = cells * cells
        p = F.avg_pool2d(predicted[:, None], cells) * area
        c = F.avg_pool2d(counted[:, None], cells) * area
        loss = loss + weight * poisson_deviance(p, c).mean()
        if cells == LEVELS[-1][0]:
            loss = loss + COUNT_WEIGHT * ((p - c).abs() / (c + 1).sqrt()).mean()
    p, c = predicted.sum((1, 2)), counted.sum((1, 2))
    return loss + COUNT_WEIGHT * ((p - c).abs() / (c + 10).sqrt()).mean()
