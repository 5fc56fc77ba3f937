interface Entry {
  readonly node: number;
  readonly cost: number;
}

/** Nodes by their cost, the least first: a binary heap. A node may stand in it more than once. */
export class NearestFirst {
  readonly #heap: Entry[] = [];

  add(node: number, cost: number): void {
    const heap = this.#heap;
    let at = heap.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || above.cost <= cost) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = { node, cost };
  }

  take(): Entry | undefined {
    const heap = this.#heap;
    const [first] = heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const [a, b] = [heap[left], heap[left + 1]];
      if (a === undefined) break;
      const [child, next] = b !== undefined && b.cost < a.cost ? [b, left + 1] : [a, left];
      if (child.cost >= last.cost) break;
      heap[at] = child;
      at = next;
    }
    heap[at] = last;
    return first;
  }
}
