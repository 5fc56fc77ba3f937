import { blotExtent } from '../figure/ellipsoid.js';
import type { Figure } from '../figure/figure.js';

/** What an annotator would mark of one person. Pixels. */
export interface VisiblePerson {
  readonly id: number;
  /** Centre of the head. */
  readonly head: { readonly x: number; readonly y: number };
  /** Half the head's width. */
  readonly headRadius: number;
  /** The whole body, hidden parts included, cut at the image's edge: left, top, width, height. */
  readonly box: readonly [number, number, number, number];
  /** Share of the head, and of the whole body, that shows: 0 … 1. */
  readonly headShown: number;
  readonly bodyShown: number;
}

interface Outline {
  readonly figure: Figure;
  readonly headWidth: number;
  readonly headHeight: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const outlineOf = (figure: Figure): Outline => {
  const extent = blotExtent(figure.head);
  const half = figure.shoulderBlot.a + 0.05 * figure.scale;
  const { hips, shoulders, feet, head } = figure;
  return {
    figure,
    headWidth: extent.width * 1.08,
    headHeight: extent.height * 1.08,
    left: Math.min(
      head.x - extent.width,
      shoulders.x - half,
      hips.x - half * 0.8,
      feet.x - half * 0.6,
    ),
    right: Math.max(
      head.x + extent.width,
      shoulders.x + half,
      hips.x + half * 0.8,
      feet.x + half * 0.6,
    ),
    top: Math.min(head.y - extent.height * 1.1, shoulders.y - figure.shoulderBlot.c),
    bottom: Math.max(feet.y + 0.08 * feet.scale, shoulders.y + figure.shoulderBlot.c),
  };
};

/** Does the person cover this pixel? Head as an ellipse, trunk and legs as tapering strips. */
const covers = ({ figure, headWidth, headHeight }: Outline, x: number, y: number): boolean => {
  const { head, shoulders, hips, feet, shoulderBlot, hipBlot } = figure;
  const [dx, dy] = [(x - head.x) / headWidth, (y - head.y) / headHeight];
  if (dx * dx + dy * dy < 1) return true;
  const [sx, sy] = [(x - shoulders.x) / shoulderBlot.a, (y - shoulders.y) / shoulderBlot.c];
  if (sx * sx + sy * sy < 1) return true;
  return (
    withinStrip(x, y, shoulders, shoulderBlot.a, hips, hipBlot.a) ||
    withinStrip(x, y, hips, hipBlot.a, feet, hipBlot.a * 0.75)
  );
};

interface Place {
  readonly x: number;
  readonly y: number;
}

const withinStrip = (
  x: number,
  y: number,
  upper: Place,
  upperHalf: number,
  lower: Place,
  lowerHalf: number,
): boolean => {
  const length = lower.y - upper.y;
  if (length <= 0) return false;
  const share = (y - upper.y) / length;
  if (share < 0 || share > 1) return false;
  const centre = upper.x + (lower.x - upper.x) * share;
  return Math.abs(x - centre) < upperHalf + (lowerHalf - upperHalf) * share;
};

/** Points spread evenly over the unit disc (sunflower): what a head is sampled at. */
const disc = Array.from({ length: 24 }, (_, index) => {
  const radius = Math.sqrt((index + 0.5) / 24);
  const angle = index * 2.399963;
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
});

/** Pixels of a cell of the grid that finds who may hide whom. */
const CELL = 48;

/**
 * Truth for one image: who shows, and how much. `figures` farthest first, as the renderer gives
 * them; somebody is hidden by nearer people and by the image's edge, not by props.
 */
export const visiblePeople = (
  figures: readonly Figure[],
  width: number,
  height: number,
): VisiblePerson[] => {
  const outlines = figures.map(outlineOf);
  const cells = new Map<number, number[]>();
  const cellOf = (x: number, y: number): number =>
    Math.floor(x / CELL) * 4096 + Math.floor(y / CELL);
  outlines.forEach(({ left, right, top, bottom }, order) => {
    for (let x = Math.max(0, left); x <= Math.min(width, right + CELL); x += CELL) {
      for (let y = Math.max(0, top); y <= Math.min(height, bottom + CELL); y += CELL) {
        const cell = cells.get(cellOf(x, y));
        if (cell) cell.push(order);
        else cells.set(cellOf(x, y), [order]);
      }
    }
  });

  const shows = (x: number, y: number, order: number): boolean => {
    if (x < 0 || y < 0 || x >= width || y >= height) return false;
    const nearby = cells.get(cellOf(x, y)) ?? [];
    return !nearby.some((other) => {
      const outline = outlines[other];
      return other > order && outline !== undefined && covers(outline, x, y);
    });
  };

  const shareOf = (samples: readonly Place[], order: number): number =>
    samples.filter(({ x, y }) => shows(x, y, order)).length / samples.length;

  return outlines.map((outline, order) => {
    const { figure, headWidth, headHeight } = outline;
    const { head, shoulders, hips, feet } = figure;
    const trunk = [0.1, 0.35, 0.6, 0.85].flatMap((share) => [
      {
        x: shoulders.x + (hips.x - shoulders.x) * share,
        y: shoulders.y + (hips.y - shoulders.y) * share,
      },
      { x: hips.x + (feet.x - hips.x) * share, y: hips.y + (feet.y - hips.y) * share },
    ]);
    const headSamples = disc.map(({ x, y }) => ({
      x: head.x + x * headWidth * 0.95,
      y: head.y + y * headHeight * 0.95,
    }));
    const headShown = shareOf(headSamples, order);
    const [left, top] = [Math.max(0, outline.left), Math.max(0, outline.top)];
    return {
      id: figure.id,
      head: { x: head.x, y: head.y },
      headRadius: headWidth,
      box: [
        left,
        top,
        Math.min(width, outline.right) - left,
        Math.min(height, outline.bottom) - top,
      ],
      headShown,
      bodyShown: (headShown * 2 + shareOf(trunk, order) * trunk.length) / (trunk.length + 2),
    };
  });
};
