import type { Counted } from '../evaluation/count-errors.js';

const SIDE = 320;
const MARGIN = 44;

/** The least of 1, 2, 3, 4, 6 or 8 times a power of ten that is not below `value`. */
export const roundUp = (value: number): number => {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return [1, 2, 3, 4, 6, 8, 10].map((step) => step * power).find((step) => step >= value) ?? value;
};

/** An SVG chart: people marked to the right, people counted upwards; faultless dots lie on the line. */
export const scatterChart = (pictures: readonly Counted[]): string => {
  const reach = roundUp(Math.max(1, ...pictures.flatMap((one) => [one.truth, one.estimate])));
  const across = (persons: number): string => (MARGIN + (persons / reach) * SIDE).toFixed(1);
  const up = (persons: number): string => (SIDE - (persons / reach) * SIDE + 8).toFixed(1);
  const dots = pictures.map(
    ({ truth, estimate }) => `<circle cx="${across(truth)}" cy="${up(estimate)}" r="2.5"/>`,
  );
  const marks = [0, reach / 2, reach].map(
    (persons) =>
      `<text x="${across(persons)}" y="${SIDE + 24}" text-anchor="middle">${persons}</text>` +
      `<text x="${MARGIN - 6}" y="${up(persons)}" text-anchor="end" dominant-baseline="middle">${persons}</text>`,
  );
  return `<svg viewBox="0 0 ${SIDE + MARGIN + 20} ${SIDE + MARGIN}" role="img" aria-label="people counted over people marked">
<rect x="${MARGIN}" y="8" width="${SIDE}" height="${SIDE}"/>
<line x1="${across(0)}" y1="${up(0)}" x2="${across(reach)}" y2="${up(reach)}"/>
${dots.join('')}
${marks.join('')}
<text x="${MARGIN + SIDE / 2}" y="${SIDE + 40}" text-anchor="middle">people marked → (counted ↑)</text>
</svg>`;
};
