"""Exponential moving average of a model's weights and batch statistics."""
import copy

import torch


class Average:
    def __init__(self, model, decay=0.9995):
        self.model = copy.deepcopy(model).eval().requires_grad_(False)
        self.decay, self.steps = decay, 0
        mine, theirs = self.model.state_dict(), model.state_dict()
        self.names = [n for n, v in mine.items() if v.dtype.is_floating_point]
        self.mine = [mine[n] for n in self.names]
        self.theirs = [theirs[n].detach() for n in self.names]

    @torch.no_grad()
    def update(self):
        self.steps += 1
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps))
        torch._foreach_mul_(self.mine, decay)
        torch._foreach_add_(self.mine, self.theirs, alpha=1 - decay)
