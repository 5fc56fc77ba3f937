"""Reads the weights of upstream's yolox_nano.onnx into PersonNet, person class only.

    python yolox_weights.py --onnx yolox_nano.onnx --out yolox_person.pt

Convolutions are matched by the order in which they run; every shape must agree.
"""
import argparse

import onnx
import torch
from onnx import numpy_helper
from torch import nn

from person_net import PersonNet

PERSON_CLASS = 0


def convolutions_in_order(model):
    order = []
    handles = [
        m.register_forward_hook(lambda module, *_: order.append(module))
        for m in model.modules() if isinstance(m, nn.Conv2d)
    ]
    with torch.no_grad():
        model(torch.zeros(1, 3, 64, 64))
    for handle in handles:
        handle.remove()
    return order


def load_upstream(path):
    model = PersonNet().eval()
    graph = onnx.load(path).graph
    tensors = {t.name: torch.from_numpy(numpy_helper.to_array(t).copy()) for t in graph.initializer}
    nodes = [n for n in graph.node if n.op_type == "Conv"]
    order = convolutions_in_order(model)
    assert len(nodes) == len(order), f"{len(nodes)} convolutions upstream, {len(order)} here"
    for node, conv in zip(nodes, order):
        weight, bias = tensors[node.input[1]], tensors[node.input[2]]
        if "cls_preds" in node.input[1]:
            weight, bias = weight[PERSON_CLASS : PERSON_CLASS + 1], bias[PERSON_CLASS : PERSON_CLASS + 1]
        assert conv.weight.shape == weight.shape, f"{node.input[1]}: {weight.shape} is not {conv.weight.shape}"
        conv.weight.data, conv.bias.data = weight, bias
    return model


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--onnx", required=True)
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    torch.save({"average": load_upstream(args.onnx).state_dict()}, args.out)


if __name__ == "__main__":
    main()
