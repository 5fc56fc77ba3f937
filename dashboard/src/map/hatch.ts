import type { MapPalette } from './palette.js';

/** Pixels between the lines of the hatching, on the screen. */
const SPACING = 7;

/** Diagonal lines on a dull ground: the map's sign for "unknown". */
export const hatchPattern = (
  context: CanvasRenderingContext2D,
  palette: MapPalette,
  pixelRatio: number,
): CanvasPattern | null => {
  const size = Math.round(SPACING * pixelRatio);
  const tile = document.createElement('canvas');
  tile.width = size;
  tile.height = size;
  const brush = tile.getContext('2d');
  if (brush === null) return null;
  brush.fillStyle = palette.hatchGround;
  brush.fillRect(0, 0, size, size);
  brush.strokeStyle = palette.hatch;
  brush.lineWidth = pixelRatio;
  // Three strokes, so that the line meets itself across the tile's corners.
  for (const shift of [-size, 0, size]) {
    brush.beginPath();
    brush.moveTo(shift - 1, size + 1);
    brush.lineTo(shift + size + 1, -1);
    brush.stroke();
  }
  return context.createPattern(tile, 'repeat');
};
