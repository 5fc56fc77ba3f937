import type { ReactElement } from 'react';
import { type Axis, placesAlong } from './axis.js';
import { fill, stroke } from './chart-colour.js';
import type { ShownLevel } from './level-colour.js';
import { LEVEL_LEGEND_HEIGHT, type LevelNames, levelBox, levelLegend } from './level-legend.js';
import type { Span } from './line-chart.js';
import { type ChartFrame, FONT, textWidth } from './plot-area.js';
import { ROW_HEIGHT, RowName, rowNameWidth } from './row-name.js';

/** A stretch of time at one level, from ≤ t < to. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly level: ShownLevel;
}

export interface StripRow {
  readonly name: string;
  readonly stretches: readonly Stretch[];
}

export interface StripChartParts extends Omit<ChartFrame, 'height'> {
  readonly x: Axis;
  readonly rows: readonly StripRow[];
  readonly spans: readonly Span[];
  readonly names: LevelNames;
}

const HEAD = 18;

/** A row per zone: its level of service over time. */
export const stripChart = ({
  names,
  rows,
  spans,
  title,
  width,
  x,
}: StripChartParts): ReactElement => {
  const left = rowNameWidth(rows, width);
  const bottom = HEAD + rows.length * ROW_HEIGHT;
  const place = placesAlong([x.from, x.to], [left, width - 18]);
  const height = bottom + 26 + LEVEL_LEGEND_HEIGHT;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title} {...FONT}>
      <title>{title}</title>
      {spans.map(({ from, label, to }) => (
        <g key={from}>
          {textWidth(label) < place(to) - place(from) && (
            <text x={place(from) + 3} y={11} {...fill('quiet')}>
              {label}
            </text>
          )}
          <line {...{ x1: place(from), x2: place(from), y1: 0, y2: bottom, ...stroke('rule') }} />
        </g>
      ))}
      {rows.map(({ name, stretches }, row) => (
        <g key={name}>
          <RowName {...{ name, left, row, top: HEAD }} />
          {stretches.map(({ from, level, to }) => (
            <g key={from}>
              {levelBox(level, {
                x: place(from),
                y: HEAD + row * ROW_HEIGHT + 2,
                width: place(to) - place(from),
                height: ROW_HEIGHT - 4,
              })}
            </g>
          ))}
        </g>
      ))}
      {(x.ticks ?? []).map(({ label, value }) => (
        <g key={value}>
          <line
            {...{ x1: place(value), x2: place(value), y1: bottom, y2: bottom + 4 }}
            {...stroke('quiet')}
          />
          <text x={place(value)} y={bottom + 16} textAnchor="middle" {...fill('quiet')}>
            {label}
          </text>
        </g>
      ))}
      {levelLegend(names, bottom + 26)}
    </svg>
  );
};
