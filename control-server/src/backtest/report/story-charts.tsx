import type { ReactElement } from 'react';
import { type Axis, fromZero, lineChart, type Span, timeTicks } from '../../charts/index.js';
import { WARNING_RULE } from '../../forecast/warning.js';
import type { CoursePoint, Storyline } from './storyline.js';
import { clock, density } from './wording.js';

const known = (value: number): number | null => (Number.isNaN(value) ? null : value);

const timeAxis = (course: readonly CoursePoint[], width: number): Axis => {
  const [from, to] = [(course[0]?.time ?? 0) * 1_000, (course.at(-1)?.time ?? 1) * 1_000];
  const ticks = timeTicks(from, to, width / 70, (at) => clock(at / 1_000));
  return { from, to, label: 'hours and minutes since the doors opened', ticks };
};

/** The stretches over which the zone was warned of; a chart shades every other span, so nameless ones lie between. */
const warnedSpans = (course: readonly CoursePoint[]): Span[] => {
  const spans: Span[] = [];
  let since: number | undefined;
  for (const { time, warned } of course) {
    if (warned && since === undefined) since = time * 1_000;
    if (warned || since === undefined) continue;
    spans.push({ from: since, to: time * 1_000, label: 'warned' });
    spans.push({ from: time * 1_000, to: time * 1_000, label: '' });
    since = undefined;
  }
  const end = (course.at(-1)?.time ?? 0) * 1_000;
  return since === undefined ? spans : [...spans, { from: since, to: end, label: 'warned' }];
};

/** Density over time: what was true, what was expected five minutes before, and when it was warned of. */
export const courseChart = (
  { course, limit, told, zoneName }: Storyline,
  width: number,
): ReactElement => {
  const x = timeAxis(course, width);
  const at = (point: CoursePoint): number => point.time * 1_000;
  const highs = course.flatMap(({ high, truth }) => [high, truth]);
  const passed = told.kind === 'false' ? [] : [{ x: told.at * 1_000, label: 'limit passed' }];
  return lineChart({
    title: `Density of ${zoneName} over time`,
    width,
    height: width > 500 ? 300 : 280,
    x,
    y: fromZero('persons/m²', [...highs.filter((value) => !Number.isNaN(value)), limit]),
    series: [
      {
        name: 'expected 5 min before, with 80 %',
        tone: 'blue',
        points: course.map((point) => ({ x: at(point), y: known(point.expected) })),
        band: course
          .filter(({ expected }) => !Number.isNaN(expected))
          .map((point) => ({ x: at(point), low: point.low, high: point.high })),
      },
      {
        name: 'counted by cameras',
        tone: 'quiet',
        dashed: true,
        points: course.map((point) => ({ x: at(point), y: known(point.counted) })),
      },
      {
        name: 'as it truly was',
        tone: 'ink',
        points: course.map((point) => ({ x: at(point), y: known(point.truth) })),
      },
    ],
    spans: warnedSpans(course),
    limits: [{ y: limit, label: `limit ${density(limit)}`, tone: 'red' }],
    marks: passed.map((mark) => ({ ...mark, tone: 'red' as const })),
  });
};

/** How likely a passing within five minutes was said to be. */
export const likelihoodChart = ({ course, zoneName }: Storyline, width: number): ReactElement =>
  lineChart({
    title: `Likelihood of passing the limit of ${zoneName} within five minutes`,
    width,
    height: 170,
    x: timeAxis(course, width),
    y: {
      from: 0,
      to: 1,
      label: 'said likelihood of passing within 5 min',
      ticks: [0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, label: `${value * 100} %` })),
    },
    series: [
      {
        name: 'likelihood',
        tone: 'purple',
        points: course.map(({ probability, time }) => ({ x: time * 1_000, y: probability })),
      },
    ],
    limits: [
      { y: WARNING_RULE.on, label: 'warns above', tone: 'quiet' },
      { y: WARNING_RULE.off, label: 'takes back below', tone: 'quiet' },
    ],
  });
