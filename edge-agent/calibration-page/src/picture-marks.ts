import { changeSpan, type Marks, movePoint, removePair, removeSpan, type XY } from './marks.js';

/** Marks of the picture by their keys: `pair-2`, `lengths-0-from`, `standing-1-to`, `edge-0-3`. */
const parseKey = (key: string) => {
  const [kind = '', index = '', part = ''] = key.split('-');
  return { kind, index: Number(index), part };
};

/** Kept inside the picture. */
export const inPicture = ([x, y]: XY, [width, height]: readonly [number, number]): XY => [
  Math.min(width, Math.max(0, x)),
  Math.min(height, Math.max(0, y)),
];

export const moveMark = (marks: Marks, key: string, at: XY): Marks => {
  const { index, kind, part } = parseKey(key);
  if (kind === 'pair') return movePoint(marks, index, 'pixel', at);
  if (kind === 'lengths' || kind === 'standing') {
    return changeSpan(marks, kind, index, part === 'from' ? { from: at } : { to: at });
  }
  const edge = marks.edges[index];
  if (kind !== 'edge' || edge === undefined) return marks;
  return { ...marks, edges: marks.edges.with(index, edge.with(Number(part), at)) };
};

export const removeMark = (marks: Marks, key: string): Marks => {
  const { index, kind, part } = parseKey(key);
  if (kind === 'pair') return removePair(marks, index);
  if (kind === 'lengths' || kind === 'standing') return removeSpan(marks, kind, index);
  const edge = marks.edges[index];
  if (kind !== 'edge' || edge === undefined) return marks;
  const rest = edge.toSpliced(Number(part), 1);
  const edges = rest.length === 0 ? marks.edges.toSpliced(index, 1) : marks.edges.with(index, rest);
  return { ...marks, edges };
};
