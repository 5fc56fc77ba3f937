import { area, line } from 'd3-shape';
import type { ReactElement } from 'react';
import type { Axis } from './axis.js';
import { fill, stroke, type Tone } from './chart-colour.js';
import { type ChartFrame, type Plot, plotArea, textWidth } from './plot-area.js';

/** A place on a line; null is unknown, and leaves a gap. */
export interface ChartPoint {
  readonly x: number;
  readonly y: number | null;
}

/** An interval at a place, such as the 80 % bounds of a forecast. */
export interface BandPoint {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

export interface Series {
  readonly name: string;
  readonly tone: Tone;
  readonly points: readonly ChartPoint[];
  readonly band?: readonly BandPoint[];
  readonly dashed?: boolean;
  /** Draws a dot at each point. */
  readonly dots?: boolean;
}

/** A part of the x axis with a name, such as a phase of an evening; told above the plot. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

/** A limit across the plot. */
export interface Limit {
  readonly y: number;
  readonly label: string;
  readonly tone: Tone;
}

/** A moment, a line from top to bottom. */
export interface Mark {
  readonly x: number;
  readonly label: string;
  readonly tone: Tone;
}

export interface LineChartParts extends ChartFrame {
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
  readonly spans?: readonly Span[];
  readonly limits?: readonly Limit[];
  readonly marks?: readonly Mark[];
}

const HEAD = 16;

/** Lines over a common axis, with intervals, limits, marks and named parts. */
export const lineChart = (parts: LineChartParts): ReactElement => {
  const { limits = [], marks = [], series, spans = [], ...frame } = parts;
  return plotArea({
    ...frame,
    head: spans.length > 0 || marks.length > 0 ? HEAD : 0,
    legend: series.length > 1 ? series : [],
    under: (plot) => spans.map((span, index) => drawSpan(span, index, plot)),
    draw: (plot) => (
      <>
        {series.map((each) => drawSeries(each, plot))}
        {limits.map((limit) => drawLimit(limit, plot))}
        {marks.map((mark) => drawMark(mark, plot))}
      </>
    ),
  });
};

const drawSpan = ({ from, label, to }: Span, index: number, plot: Plot): ReactElement => {
  const [left, right] = [Math.max(plot.left, plot.x(from)), Math.min(plot.right, plot.x(to))];
  const fits = textWidth(label) < right - left + 2;
  return (
    <g key={from}>
      {index % 2 === 0 && (
        <rect
          {...{ x: left, y: plot.top - HEAD, width: Math.max(0, right - left) }}
          {...{ height: plot.bottom - plot.top + HEAD, fillOpacity: 0.7, ...fill('shade') }}
        />
      )}
      {fits && (
        <text x={left + 4} y={plot.top - 5} {...fill('quiet')}>
          {label}
        </text>
      )}
    </g>
  );
};

const drawSeries = (
  { band = [], dashed, dots, name, points, tone }: Series,
  plot: Plot,
): ReactElement => {
  const path = line<ChartPoint>()
    .defined(({ y }) => y !== null)
    .x(({ x }) => plot.x(x))
    .y(({ y }) => plot.y(y ?? 0))
    .digits(1);
  const between = area<BandPoint>()
    .x(({ x }) => plot.x(x))
    .y0(({ low }) => plot.y(low))
    .y1(({ high }) => plot.y(high))
    .digits(1);
  return (
    <g key={name}>
      {band.length > 0 && (
        <path d={between(band) ?? ''} {...fill(tone)} fillOpacity={0.18} stroke="none" />
      )}
      <path
        {...{ d: path(points) ?? '', fill: 'none', strokeWidth: 1.6, strokeLinejoin: 'round' }}
        {...stroke(tone)}
        strokeDasharray={dashed === true ? '4 3' : undefined}
      />
      {dots === true &&
        points.map(
          ({ x, y }) =>
            y !== null && <circle key={x} cx={plot.x(x)} cy={plot.y(y)} r={2.6} {...fill(tone)} />,
        )}
    </g>
  );
};

const drawLimit = ({ label, tone, y }: Limit, plot: Plot): ReactElement => (
  <g key={`${label} ${y}`}>
    <line
      {...{ x1: plot.left, x2: plot.right, y1: plot.y(y), y2: plot.y(y), ...stroke(tone) }}
      strokeDasharray="6 3"
    />
    <text x={plot.right - 2} y={plot.y(y) - 4} textAnchor="end" {...fill(tone)}>
      {label}
    </text>
  </g>
);

const drawMark = ({ label, tone, x }: Mark, plot: Plot): ReactElement => {
  const place = plot.x(x);
  const isLate = place + textWidth(label) > plot.right;
  return (
    <g key={`${label} ${x}`}>
      <line
        {...{ x1: place, x2: place, y1: plot.top - HEAD + 4, y2: plot.bottom, ...stroke(tone) }}
      />
      <text
        {...{ x: place + (isLate ? -4 : 4), y: plot.top + 8, ...fill(tone) }}
        textAnchor={isLate ? 'end' : 'start'}
      >
        {label}
      </text>
    </g>
  );
};
