import type { AlertBands } from '@throng/contract';
import { riskBands, riskColour } from '@throng/crowd';
import { useEffect, useMemo, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { cssColour } from '../map/css-colour.js';
import { type ColourScheme, mapPalettes } from '../map/palette.js';
import type { ForecastPoint } from '../state/forecast-points.js';
import { HISTORY_SPAN, type HistoryPoint, withHoles } from '../state/zone-history.js';
import { texts } from '../texts/index.js';

export interface DensityChartProps {
  readonly points: readonly HistoryPoint[];
  /** What is expected, going on from the points; empty where nothing is. */
  readonly ahead: readonly ForecastPoint[];
  readonly bands: AlertBands;
  readonly scheme: ColourScheme;
}

const HEIGHT = 132;

/**
 * A zone's density over the last minutes and what is expected of the next, with its alert limits;
 * what was not measured is a hole.
 */
export const DensityChart = ({ points, ahead, bands: given, scheme }: DensityChartProps) => {
  const bands = useSameBands(given);
  const isForeseen = ahead.length > 0;
  const target = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  useEffect(() => {
    const element = target.current;
    if (element === null) return;
    const options = chartOptions(element.clientWidth, bands, scheme, isForeseen);
    const made = new uPlot(options, [[], [], [], [], []], element);
    plot.current = made;
    const resized = new ResizeObserver(() =>
      made.setSize({ width: element.clientWidth, height: HEIGHT }),
    );
    resized.observe(element);
    return () => {
      resized.disconnect();
      made.destroy();
    };
  }, [bands, scheme, isForeseen]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a chart made anew has to be given its points again
  useEffect(() => {
    plot.current?.setData(chartData(withHoles(points), ahead));
  }, [points, ahead, bands, scheme, isForeseen]);
  return <div ref={target} className="chart" role="img" aria-label={summary(points, ahead)} />;
};

/** The same object while the limits are the same: each message brings them anew. */
const useSameBands = ({ critical, emergency, warning, watch }: AlertBands): AlertBands =>
  useMemo(() => ({ critical, emergency, warning, watch }), [critical, emergency, warning, watch]);

/** Columns of the chart: time in seconds, measured, expected, and the bounds of what is expected. */
const chartData = (
  points: readonly HistoryPoint[],
  ahead: readonly ForecastPoint[],
): uPlot.AlignedData => {
  const past = points.map(() => null);
  const coming = ahead.map(() => null);
  return [
    [...points, ...ahead].map(({ at }) => at / 1_000),
    [...points.map(({ density }) => density), ...coming],
    [...past, ...ahead.map(({ density }) => density)],
    [...past, ...ahead.map(({ high }) => high)],
    [...past, ...ahead.map(({ low }) => low)],
  ];
};

const summary = (points: readonly HistoryPoint[], ahead: readonly ForecastPoint[]): string => {
  const [now, last] = [ahead.at(0), ahead.at(-1)];
  const expected =
    now === undefined || last === undefined
      ? ''
      : texts.zone.aheadSummary((last.at - now.at) / 1_000, last.low, last.high);
  return `${pastSummary(points)}${expected}`;
};

const pastSummary = (points: readonly HistoryPoint[]): string => {
  const known = points.flatMap(({ density }) => (density === null ? [] : [density]));
  return known.length === 0
    ? texts.zone.historyEmpty
    : texts.zone.historySummary(Math.min(...known), Math.max(...known));
};

const chartOptions = (
  width: number,
  bands: AlertBands,
  scheme: ColourScheme,
  isForeseen: boolean,
): uPlot.Options => {
  // What is expected is shown as far as what has been.
  const span = ((isForeseen ? 2 : 1) * HISTORY_SPAN) / 1_000;
  const palette = mapPalettes[scheme];
  const axis = {
    stroke: palette.labelDim,
    font: '11px system-ui, sans-serif',
    grid: { stroke: palette.plateEdge, width: 0.5 },
    ticks: { show: false },
  };
  const bound = { stroke: palette.labelDim, width: 0.75, points: { show: false } };
  return {
    width,
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    padding: [6, 18, 0, 0],
    scales: {
      x: { range: (_, __, newest) => [(newest || 0) - span, newest || 0] },
      y: { range: (_, __, max) => [0, Math.max(bands.warning * 1.1, (max ?? 0) * 1.1)] },
    },
    axes: [
      {
        ...axis,
        size: 22,
        values: (_, seconds) =>
          seconds.map((second) => texts.time.clock(second * 1_000).slice(0, 5)),
      },
      { ...axis, size: 30 },
    ],
    series: [
      {},
      {
        stroke: palette.label,
        width: 1.75,
        fill: `${palette.labelDim}22`,
        points: { show: false },
      },
      { stroke: palette.label, width: 1.5, dash: [4, 3], points: { show: false } },
      bound,
      bound,
    ],
    bands: [{ series: [3, 4], fill: `${palette.labelDim}33` }],
    hooks: { draw: [(chart) => drawLimits(chart, bands)] },
  };
};

const drawLimits = (chart: uPlot, bands: AlertBands): void => {
  const { ctx, bbox } = chart;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.setLineDash([5, 4]);
  ctx.lineWidth = 1.5;
  for (const band of riskBands) {
    if (band === 'normal') continue;
    const y = chart.valToPos(bands[band], 'y', true);
    ctx.strokeStyle = cssColour(riskColour(band));
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
  }
  ctx.restore();
};
