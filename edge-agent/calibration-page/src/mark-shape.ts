import { svg } from './dom.js';
import type { XY } from './marks.js';

export interface MarkLook {
  readonly key: string;
  readonly label: string;
  /** The number or letter beside it. */
  readonly name: string;
  readonly at: XY;
  /** Units of the drawing per pixel of the screen: marks keep their size on it. */
  readonly unit: number;
  readonly kind: string;
  readonly isSelected: boolean;
}

/** A cross-hair in a ring, large enough for a finger, named for a screen reader. */
export const markShape = ({ at, isSelected, key, kind, label, name, unit }: MarkLook) => {
  const [x, y] = at;
  const line = (x1: number, y1: number, x2: number, y2: number) =>
    svg('line', { x1: x + x1 * unit, y1: y + y1 * unit, x2: x + x2 * unit, y2: y + y2 * unit });
  return svg(
    'g',
    {
      class: `mark ${kind}${isSelected ? ' selected' : ''}`,
      tabindex: 0,
      role: 'button',
      'aria-label': label,
      'aria-pressed': isSelected ? 'true' : 'false',
      'data-key': key,
      'data-x': x,
      'data-y': y,
    },
    svg('circle', { class: 'grip', cx: x, cy: y, r: 20 * unit }),
    svg('circle', { class: 'halo', cx: x, cy: y, r: 8 * unit }),
    svg('circle', { class: 'ring', cx: x, cy: y, r: 8 * unit }),
    line(-4, 0, 4, 0),
    line(0, -4, 0, 4),
    svg(
      'text',
      { x: x + 11 * unit, y: y - 9 * unit, 'font-size': 13 * unit, 'stroke-width': 3.5 * unit },
      name,
    ),
  );
};
