/**
 * Charts as SVG, drawn without a browser; pure: parts in, a React element of `<svg>` out.
 *
 *   lineChart({ title, width, height, x, y, series, spans?, limits?, marks? })
 *     series: { name, tone, points: [{ x, y | null }], band?: [{ x, low, high }], dashed?, dots? }
 *     spans: phases over the plot; limits: lines across; marks: moments from top to bottom
 *   barChart({ title, width, height, x, y, bars: [{ from, to, value, tone? }], limits? })  histograms
 *   stripChart, shareChart: a row per zone; over time, and as shares of a whole
 *
 * An axis is `{ from, to, label, ticks? }`; `fromZero(label, values)` and `timeTicks` help to make
 * one. Width and height are the pixels or points at which letters are 11 high: draw a chart twice
 * (760 and 340 wide) where a page must serve a desk and a phone. In JSX place the element itself;
 * `chartMarkup(element)` gives text for a PDF. A page adds CHART_STYLE to its style sheet for its
 * dark colours.
 */
export { type Axis, fromZero, numberTicks, type Tick, timeTicks } from './axis.js';
export { type Bar, type BarChartParts, barChart } from './bar-chart.js';
export { CHART_STYLE, type Tone } from './chart-colour.js';
export { chartMarkup } from './chart-markup.js';
export {
  type BandPoint,
  type ChartPoint,
  type Limit,
  type LineChartParts,
  lineChart,
  type Mark,
  type Series,
  type Span,
} from './line-chart.js';
export { type ShareChartParts, type ShareRow, shareChart } from './share-chart.js';
export { type Stretch, type StripChartParts, type StripRow, stripChart } from './strip-chart.js';
