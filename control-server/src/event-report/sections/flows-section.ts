import { OUTSIDE } from '@throng/contract';
import { fromZero, lineChart, type Series } from '../../charts/index.js';
import { slidingFlow } from '../passage-flows.js';
import type { PublishedPassage } from '../published-evening.js';
import { left, plain, quiet, right, type Section, type TableCell } from '../report-document.js';
import type { PublishedCount } from '../suppression.js';
import { phaseSpans, type Telling, timeAxis } from './telling.js';

/** Who went through which passage. */
export const flowsSection = (telling: Telling): Section => {
  const told = telling.texts.flows;
  if (telling.report.evening.passages.every(({ known }) => known === 0)) {
    return { id: 'flows', title: told.title, blocks: [plain(told.nothing)] };
  }
  const [passage, between, forth, back, when, perMinute, share, counted] = told.columns;
  return {
    id: 'flows',
    title: told.title,
    blocks: [
      { kind: 'figure', title: told.chart, draw: (width) => chart(telling, width) },
      {
        kind: 'table',
        caption: told.caption,
        columns: [
          ...[left(passage), left(between), right(forth), right(back)],
          ...[left(when), right(perMinute), right(share), right(counted)],
        ],
        rows: rows(telling),
      },
      quiet(told.explained),
    ],
  };
};

const rows = ({ format, names, report, texts }: Telling): TableCell[][] => {
  const end = (id: string): string => (id === OUTSIDE ? texts.flows.outside : names.zone(id));
  return report.flows.map(({ passage: { definition, known, totalIn, totalOut }, peak: most }) => {
    // Where nobody went no time was the busiest.
    const peak = most === null || most.perMinute === 0 ? null : most;
    return [
      definition.name,
      `${end(definition.from)} – ${end(definition.to)}`,
      known === 0 ? texts.unknown : format.whole(totalIn),
      known === 0 ? texts.unknown : format.whole(totalOut),
      peak === null ? texts.none : format.clock(peak.at),
      peak === null ? texts.none : format.whole(peak.perMinute),
      peak === null ? texts.none : format.percent(peak.share),
      format.share(known),
    ];
  });
};

type Side = 'into' | 'outOf';

/** Crossings of an entrance towards one side of it; what is left out counts as nought. */
const towards = ({ in: forth, out: back, outside }: PublishedPassage, side: Side) => {
  const counts: readonly PublishedCount[] =
    (outside === 'from') === (side === 'into') ? forth : back;
  return counts.map((count) => (count === 'few' ? 0 : count));
};

const MINUTES = 15;

const chart = (telling: Telling, width: number) => {
  const { report, texts } = telling;
  const { asked, passages, step, steps } = report.evening;
  const entrances = passages.filter(({ outside }) => outside !== null);
  const flowOf = (side: Side) => {
    const all = entrances.map((entrance) => towards(entrance, side));
    const sums = Array.from({ length: steps }, (_, at) => {
      const known = all.flatMap((counts) => counts[at] ?? []);
      return known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0);
    });
    return slidingFlow(sums, step, MINUTES * 60).map((flow, index) => ({
      x: (asked.from + (index + 1) * step) * 1_000,
      y: flow === null ? null : flow * 60,
    }));
  };
  const series: Series[] = [
    { name: texts.flows.into, tone: 'blue', points: flowOf('into') },
    { name: texts.flows.outOf, tone: 'orange', points: flowOf('outOf') },
  ];
  return lineChart({
    ...{ title: texts.flows.chart, width, height: 230, spans: phaseSpans(telling), series },
    x: timeAxis(telling, width),
    y: fromZero(
      texts.flows.axis,
      series.flatMap((each) => each.points.map(({ y }) => y ?? 0)),
    ),
  });
};
