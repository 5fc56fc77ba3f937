import type { Box } from '@throng/inference';
import type { Matching } from '../evaluation/match-detections.js';

/** Blue, orange and magenta: told apart by colour-blind readers too (Okabe and Ito). */
const COLOURS = { hits: '#56b4e9', falseAlarms: '#e69f00', misses: '#cc79a7' } as const;

const rectangle = ({ left, top, right, bottom }: Box, colour: string, dash: string): string =>
  `<rect x="${left}" y="${top}" width="${Math.max(0, right - left)}" height="${Math.max(0, bottom - top)}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/>`;

/** An SVG of a picture's size: people found (blue), false alarms (orange), people missed (dashed). */
export const boxDrawing = (
  { hits, falseAlarms, misses }: Matching,
  { width, height }: { readonly width: number; readonly height: number },
): string => {
  const boxes = [
    ...hits.map((box) => rectangle(box, COLOURS.hits, '')),
    ...falseAlarms.map((box) => rectangle(box, COLOURS.falseAlarms, '')),
    ...misses.map((box) => rectangle(box, COLOURS.misses, '6 4')),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${boxes.join('')}</svg>`;
};
