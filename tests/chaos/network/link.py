"""link.py LEFT RIGHT: a bad network between two interfaces, frame by frame.

The kernel's own netem is not everywhere. Each line of stdin is the weather from now on, as JSON:
`loss` (share of frames that are dropped), `delayMs`, `jitterMs`, `kilobitsPerSecond` (0: no limit),
`isCut`. Offloads pass through: the virtio header that the kernel puts before each frame goes with it.
"""
import heapq
import itertools
import json
import random
import selectors
import socket
import sys
import time

PACKET_VNET_HDR = 15
SOL_PACKET = 263
ALL_PROTOCOLS = 3
LARGEST = 70_000
# Bytes that a slow line holds back before it drops what comes last.
QUEUE = 256 * 1024


class Direction:
    """Frames of one way: dropped, delayed, and let through no faster than the line is."""

    def __init__(self, source, target):
        self.source, self.target = source, target
        self.free_at = 0.0
        self.waiting = []
        self.queued = 0

    def take(self, weather, numbers):
        try:
            frame, address = self.source.recvfrom(LARGEST)
        except (BlockingIOError, OSError):
            return
        if address[2] == socket.PACKET_OUTGOING:
            return
        if weather["isCut"] or random.random() < weather["loss"] or self.queued > QUEUE:
            return
        now = time.monotonic()
        rate = weather["kilobitsPerSecond"] * 125
        self.free_at = max(now, self.free_at) + (len(frame) / rate if rate else 0)
        delay = weather["delayMs"] + random.random() * weather["jitterMs"]
        heapq.heappush(self.waiting, (self.free_at + delay / 1000, next(numbers), frame))
        self.queued += len(frame)

    def send_due(self):
        """Seconds until the next frame is due."""
        while self.waiting:
            left = self.waiting[0][0] - time.monotonic()
            if left > 0:
                return left
            frame = heapq.heappop(self.waiting)[2]
            self.queued -= len(frame)
            try:
                self.target.send(frame)
            except OSError:
                pass  # an interface that is down
        return None


def listen(interface):
    raw = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ALL_PROTOCOLS))
    raw.setsockopt(SOL_PACKET, PACKET_VNET_HDR, 1)
    raw.bind((interface, 0))
    raw.setblocking(False)
    return raw


def main():
    left, right = (listen(name) for name in sys.argv[1:3])
    ways = [Direction(left, right), Direction(right, left)]
    weather = {"loss": 0, "delayMs": 0, "jitterMs": 0, "kilobitsPerSecond": 0, "isCut": False}
    numbers = itertools.count()
    selector = selectors.DefaultSelector()
    for way in ways:
        selector.register(way.source, selectors.EVENT_READ, way)
    selector.register(sys.stdin, selectors.EVENT_READ, None)
    print("ready", flush=True)
    while True:
        due = [left for left in (way.send_due() for way in ways) if left is not None]
        for key, _ in selector.select(min(due) if due else None):
            if key.data is not None:
                key.data.take(weather, numbers)
                continue
            line = sys.stdin.readline()
            if not line:
                return
            weather = json.loads(line)


main()
