import type { ReactElement } from 'react';
import type { Axis } from './axis.js';
import { fill, type Tone } from './chart-colour.js';
import type { Limit } from './line-chart.js';
import { type ChartFrame, plotArea } from './plot-area.js';

/** A bar over a part of the x axis: a bin of a histogram, or a step of time. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly tone?: Tone;
}

export interface BarChartParts extends ChartFrame {
  readonly x: Axis;
  readonly y: Axis;
  readonly bars: readonly Bar[];
  readonly limits?: readonly Limit[];
}

/** Bars that stand side by side on a common axis; a limit is a line across them. */
export const barChart = ({ bars, limits = [], ...frame }: BarChartParts): ReactElement =>
  plotArea({
    ...frame,
    legend: limits.map(({ label, tone }) => ({ name: label, tone, dashed: true })),
    draw: ({ bottom, left, right, x, y }) => (
      <>
        {bars.map(({ from, to, tone = 'blue', value }) => (
          <rect
            key={from}
            {...{ x: x(from) + 0.5, width: Math.max(0.5, x(to) - x(from) - 1) }}
            {...{ y: y(value), height: Math.max(0, bottom - y(value)), ...fill(tone) }}
          />
        ))}
        {limits.map(({ label, tone, y: limit }) => (
          <line
            key={label}
            {...{ x1: left, x2: right, y1: y(limit), y2: y(limit), strokeDasharray: '6 3' }}
            {...{ className: `stroke-${tone}`, stroke: fill(tone).fill }}
          />
        ))}
      </>
    ),
  });
