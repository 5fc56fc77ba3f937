import {
  boundingBox,
  cellCentre,
  cellCount,
  containsPoint,
  type GroundGrid,
  type Polygon,
} from '@throng/crowd';

/** Per cell of the frame, row-major: 1 where its centre lies in one of the polygons, else 0. */
export const cellsInZones = (frame: GroundGrid, zones: readonly Polygon[]): Uint8Array => {
  const inside = new Uint8Array(cellCount(frame));
  for (const zone of zones) {
    const box = boundingBox(zone);
    const [left, right] = span(box.minX - frame.origin.x, box.maxX - frame.origin.x, frame.columns);
    const [bottom, top] = span(box.minY - frame.origin.y, box.maxY - frame.origin.y, frame.rows);
    for (let row = bottom; row <= top; row += 1) {
      for (let column = left; column <= right; column += 1) {
        const index = row * frame.columns + column;
        if (containsPoint(zone, cellCentre(frame, index))) inside[index] = 1;
      }
    }
  }
  return inside;

  function span(from: number, to: number, count: number): [number, number] {
    const last = count - 1;
    const cell = (metres: number) =>
      Math.min(last, Math.max(0, Math.floor(metres / frame.cellSize)));
    return [cell(from), cell(to)];
  }
};
