/** Ways of a venue as an undirected graph; all that is outside is one node. */
export interface WayGraph {
  readonly nodes: number;
  readonly ends: readonly (readonly [from: number, to: number])[];
  /** Persons/min of each way, in either direction. */
  readonly capacity: readonly number[];
}

export interface GreatestFlow {
  /** Persons/min */
  readonly flow: number;
  /** The ways that set it: those of the narrowest place between the two nodes that carry anybody. */
  readonly narrowest: readonly number[];
}

const NOBODY = 1e-9;

/**
 * The most that can flow from one node to another, and where it is narrowest (max flow = min cut,
 * by shortest augmenting ways: Edmonds and Karp 1972). A way is two arcs, 2w and 2w + 1, each the
 * other's return.
 */
export const flowFinder = ({ capacity, ends, nodes }: WayGraph) => {
  const leaving: number[][] = Array.from({ length: nodes }, () => []);
  const heads = ends.flatMap(([from, to], way) => {
    leaving[from]?.push(2 * way);
    leaving[to]?.push(2 * way + 1);
    return [to, from];
  });

  /** The arc by which each node is reached while there is room; −1 where it is not. */
  const search = (room: Float64Array, source: number, sink: number): Int32Array => {
    const by = new Int32Array(nodes).fill(-1);
    const line = [source];
    for (let at = 0; at < line.length && by[sink] === -1; at += 1) {
      for (const arc of leaving[line[at] ?? -1] ?? []) {
        const head = heads[arc] ?? -1;
        if (head === source || by[head] !== -1 || (room[arc] ?? 0) <= NOBODY) continue;
        by[head] = arc;
        line.push(head);
      }
    }
    return by;
  };

  return (source: number, sink: number): GreatestFlow => {
    const room = Float64Array.from(heads, (_, arc) => capacity[arc >> 1] ?? 0);
    let flow = 0;
    for (;;) {
      const by = search(room, source, sink);
      if (by[sink] === -1) {
        const isNear = (node: number): boolean => node === source || by[node] !== -1;
        const narrowest = ends.flatMap(([a, b], way) =>
          isNear(a) === isNear(b) || (capacity[way] ?? 0) <= NOBODY ? [] : [way],
        );
        return { flow, narrowest };
      }
      const arcs: number[] = [];
      for (let node = sink; node !== source; node = heads[(arcs.at(-1) ?? 0) ^ 1] ?? source) {
        arcs.push(by[node] ?? 0);
      }
      const more = Math.min(...arcs.map((arc) => room[arc] ?? 0));
      for (const arc of arcs) {
        room[arc] = (room[arc] ?? 0) - more;
        room[arc ^ 1] = (room[arc ^ 1] ?? 0) + more;
      }
      flow += more;
    }
  };
};
