import { fromZero, lineChart, type Series } from '../../charts/index.js';
import type { PublishedEvening } from '../published-evening.js';
import {
  type Block,
  left,
  quiet,
  right,
  type Section,
  type TableCell,
} from '../report-document.js';
import { phaseSpans, type Telling, timeAxis } from './telling.js';

/** How many were there over time, and each zone at its densest. */
export const peopleSection = (telling: Telling): Section => {
  const { texts } = telling;
  const told = texts.people;
  const [zone, density, level, persons, when, seen, known] = told.columns;
  const blocks: Block[] = [
    { kind: 'figure', title: told.chart, draw: (width) => chart(telling, width) },
    quiet(told.gap),
    {
      kind: 'table',
      caption: told.peaks,
      columns: [
        ...[left(zone), right(density), left(level), right(persons)],
        ...[left(when), right(seen), right(known)],
      ],
      rows: rows(telling),
    },
  ];
  return { id: 'people', title: told.title, blocks };
};

const rows = ({ format, report, texts }: Telling): TableCell[][] =>
  report.zonePeaks.map(({ peak, zone: { cells, definition, known } }) => {
    const isKnown = cells.some((cell) => cell !== null);
    const missing = isKnown ? texts.people.notTold(report.evening.k) : texts.unknown;
    if (peak === null) {
      return [definition.name, missing, '', '', '', '', format.share(known)];
    }
    return [
      ...[definition.name, format.density(peak.density), peak.level, format.whole(peak.persons)],
      ...[format.clock(peak.at), format.share(peak.coverage), format.share(known)],
    ];
  });

const chart = (telling: Telling, width: number) => {
  const { report, texts } = telling;
  const { evening, last } = report;
  const told = texts.people;
  const points = ({ step, totals }: PublishedEvening) =>
    totals.map((y, index) => ({ x: (evening.asked.from + (index + 0.5) * step) * 1_000, y }));
  const now: Series = { name: told.thisTime, tone: 'blue', points: points(evening) };
  const before: Series[] =
    last === null
      ? []
      : [
          {
            ...{ name: told.lastTime(last.asked.name ?? ''), tone: 'quiet', dashed: true },
            points: points(last).filter(({ x }) => x <= evening.asked.to * 1_000),
          },
        ];
  const series = [...before, now];
  return lineChart({
    ...{ title: told.chart, width, height: 260, spans: phaseSpans(telling), series },
    x: timeAxis(telling, width),
    y: fromZero(
      told.axis,
      series.flatMap((each) => each.points.map(({ y }) => y ?? 0)),
    ),
  });
};
