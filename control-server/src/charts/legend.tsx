import type { ReactElement } from 'react';
import { fill, stroke, type Tone } from './chart-colour.js';

export interface LegendEntry {
  readonly name: string;
  readonly tone: Tone;
  readonly dashed?: boolean;
}

const ROW = 16;
const SWATCH = 18;

/** Where each entry goes: in rows that fit the width. */
const places = (entries: readonly LegendEntry[], width: number) => {
  let [left, row] = [0, 0];
  return entries.map((entry) => {
    const wide = SWATCH + entry.name.length * 5.8 + 22;
    if (left > 0 && left + wide > width) [left, row] = [0, row + 1];
    const place = { entry, left, row };
    left += wide;
    return place;
  });
};

/** Room that the entries need; none where they would say nothing. */
export const legendHeight = (entries: readonly LegendEntry[], width: number): number => {
  const last = places(entries, width).at(-1);
  return last === undefined ? 0 : (last.row + 1) * ROW;
};

interface Parts {
  readonly entries: readonly LegendEntry[];
  readonly top: number;
  readonly width: number;
}

/** Which line is which. */
export const Legend = ({ entries, top, width }: Parts): ReactElement => (
  <g>
    {places(entries, width).map(({ entry: { dashed, name, tone }, left, row }) => (
      <g key={name} transform={`translate(${left} ${top + row * ROW})`}>
        <line
          {...{ x1: 0, x2: SWATCH - 4, y1: 7, y2: 7, strokeWidth: 3, ...stroke(tone) }}
          strokeDasharray={dashed === true ? '4 3' : undefined}
        />
        <text x={SWATCH} y={11} {...fill('ink')}>
          {name}
        </text>
      </g>
    ))}
  </g>
);
