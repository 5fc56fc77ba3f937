import { fromZero, lineChart, type Series, type Tone } from '../../charts/index.js';
import { highest, type PlacePressure, PRESSURE, pressures } from '../pressure.js';
import {
  type Advice,
  type Block,
  left,
  plain,
  quiet,
  right,
  type Section,
  type TableCell,
} from '../report-document.js';
import type { StaffingAdvice } from '../staffing-advice.js';
import { phaseSpans, type Telling, timeAxis } from './telling.js';

/** Where and when pressure peaked, against last time, and what that advises. */
export const staffingSection = (telling: Telling): Section => {
  const { report, texts } = telling;
  const told = texts.staffing;
  const { advice, last, pressures: places } = report;
  const isMarked = places.some(({ service }) => service !== 'gate');
  const entrances = places.filter(({ measure }) => measure === 'share');
  const [place, serves, most, pressed, before] = told.columns;
  const blocks: Block[] = [
    advice.length === 0
      ? plain(told.nothing)
      : { kind: 'advice', items: advice.map((each) => adviceOf(telling, each)) },
    ...(entrances.length === 0
      ? []
      : [
          {
            kind: 'figure',
            title: told.chart,
            draw: (width: number) => chart(telling, width),
          } as const,
        ]),
    {
      kind: 'table',
      caption: told.caption,
      columns: [left(place), left(serves), right(most), left(pressed), right(before)],
      rows: rows(telling),
    },
    quiet(last === null ? told.noLast : told.comparedWith(last.asked.name ?? '', last.asked.from)),
    ...(isMarked ? [] : [quiet(told.unmarked)]),
    { kind: 'list', items: told.rules },
  ];
  return { id: 'staffing', title: told.title, blocks };
};

const adviceOf = (
  { texts }: Telling,
  { last, place, reliefAt, room, stretch }: StaffingAdvice,
): Advice => {
  const told = texts.staffing;
  const { measure, name, service } = place;
  const compared = (): string => {
    if (last === null || last.peak === null) return told.noLast;
    return last.shiftMinutes === null
      ? told.noneThen(measure, last.peak)
      : told.shift(last.shiftMinutes, measure, last.peak);
  };
  return {
    title: told.relief(service, name, reliefAt),
    because: [
      told.ran(measure, stretch.peak, stretch.from, stretch.to),
      compared(),
      ...(room === null ? [] : [told.room(room.name, room.share)]),
    ],
  };
};

const rows = ({ report, texts }: Telling): TableCell[][] => {
  const told = texts.staffing;
  const before = report.last === null ? [] : pressures(report.last);
  const mostOf = (place: PlacePressure | undefined): string => {
    const most = place === undefined ? null : highest(place);
    return place === undefined || most === null ? texts.unknown : told.value(place.measure, most);
  };
  return report.pressures.map((place) => {
    const { id, measure, name, service, stretches } = place;
    const then = before.find((each) => each.id === id && each.measure === measure);
    return [
      name,
      told.services[service],
      mostOf(place),
      stretches.length === 0
        ? texts.none
        : stretches.toSorted((a, b) => a.from - b.from).map(({ from, to }) => told.span(from, to)),
      report.last === null ? texts.none : mostOf(then),
    ];
  });
};

const TONES: readonly Tone[] = ['blue', 'orange', 'green', 'purple', 'ink'];

/** Lines that are told apart by colour; the busiest are drawn. */
const chart = (telling: Telling, width: number) => {
  const { report, texts } = telling;
  const { asked, step } = report.evening;
  const busiest = report.pressures
    .filter(({ measure }) => measure === 'share')
    .sort((a, b) => (highest(b) ?? 0) - (highest(a) ?? 0))
    .slice(0, TONES.length);
  const series = busiest.map(
    ({ name, values }, index): Series => ({
      ...{ name, tone: TONES[index] ?? 'quiet' },
      points: values.map((value, at) => ({
        x: (asked.from + (at + 1) * step) * 1_000,
        y: value === null ? null : value * 100,
      })),
    }),
  );
  const limit = PRESSURE.share * 100;
  return lineChart({
    ...{ title: texts.staffing.chart, width, height: 250, spans: phaseSpans(telling), series },
    limits: [{ y: limit, label: texts.staffing.pressed, tone: 'red' }],
    x: timeAxis(telling, width),
    y: fromZero(texts.staffing.axis, [
      limit,
      ...series.flatMap((each) => each.points.map(({ y }) => y ?? 0)),
    ]),
  });
};
