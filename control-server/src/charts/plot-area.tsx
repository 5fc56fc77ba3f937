import type { ReactElement, ReactNode } from 'react';
import { type Axis, numberTicks, placesAlong } from './axis.js';
import { fill, stroke } from './chart-colour.js';
import { Legend, type LegendEntry, legendHeight } from './legend.js';

export const FONT = { fontFamily: 'Roboto, system-ui, sans-serif', fontSize: 11 } as const;

/** Width of a text of this size, units of the drawing: a rough measure for margins. */
export const textWidth = (text: string): number => text.length * 6;

/** What every chart is told. */
export interface ChartFrame {
  /** Said to those who can't see the picture. */
  readonly title: string;
  /** Units of the drawing: the width in pixels or points at which its letters have their size. */
  readonly width: number;
  readonly height: number;
}

/** Where in the drawing the plot lies, and how values become places. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

interface Parts extends ChartFrame {
  readonly x: Axis;
  readonly y: Axis;
  readonly legend: readonly LegendEntry[];
  /** Room above the plot, for what is written over it. */
  readonly head?: number;
  /** What lies under the grid. */
  readonly under?: (plot: Plot) => ReactNode;
  readonly draw: (plot: Plot) => ReactNode;
}

/** The paper of a chart: axes, grid and legend, and what is drawn between them. */
export const plotArea = (parts: Parts): ReactElement => {
  const { draw, head = 0, height, legend, title, under, width, x, y } = parts;
  const yTicks = y.ticks ?? numberTicks(y.from, y.to, 5);
  const xTicks = x.ticks ?? numberTicks(x.from, x.to, Math.max(3, Math.floor(width / 90)));
  const left = 10 + Math.max(...yTicks.map(({ label }) => textWidth(label)), 12);
  const legendTop = height - legendHeight(legend, width);
  const [top, bottom, right] = [24 + head, legendTop - 34, width - 18];
  const plot: Plot = {
    ...{ left, right, top, bottom },
    x: placesAlong([x.from, x.to], [left, right]),
    y: placesAlong([y.from, y.to], [bottom, top]),
  };
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title} {...FONT}>
      <title>{title}</title>
      <text x={0} y={11} {...fill('quiet')}>
        {y.label}
      </text>
      {under?.(plot)}
      {yTicks.map(({ label, value }) => (
        <g key={value}>
          <line
            {...{ x1: left, x2: right, y1: plot.y(value), y2: plot.y(value), ...stroke('rule') }}
          />
          <text x={left - 5} y={plot.y(value) + 4} textAnchor="end" {...fill('quiet')}>
            {label}
          </text>
        </g>
      ))}
      {draw(plot)}
      <line {...{ x1: left, x2: right, y1: bottom, y2: bottom, ...stroke('quiet') }} />
      {xTicks.map(({ label, value }) => (
        <g key={value}>
          <line
            {...{ x1: plot.x(value), x2: plot.x(value), y1: bottom, y2: bottom + 4 }}
            {...stroke('quiet')}
          />
          <text x={plot.x(value)} y={bottom + 16} textAnchor="middle" {...fill('quiet')}>
            {label}
          </text>
        </g>
      ))}
      <text x={right} y={bottom + 29} textAnchor="end" {...fill('quiet')}>
        {x.label}
      </text>
      <Legend entries={legend} top={legendTop} width={width} />
    </svg>
  );
};
