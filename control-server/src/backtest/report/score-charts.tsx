import type { ReactElement } from 'react';
import { type Axis, barChart, fromZero, lineChart } from '../../charts/index.js';
import { HORIZONS } from '../../forecast/horizons.js';
import type { BacktestResult } from '../backtest.js';
import { TARGETS } from './targets.js';

const AHEAD: Axis = {
  from: 0,
  to: 16,
  label: 'minutes ahead',
  ticks: HORIZONS.map((seconds) => ({ value: seconds / 60, label: `${seconds / 60}` })),
};

const percentTicks = (values: readonly number[]) =>
  values.map((value) => ({ value, label: `${Math.round(value * 100)} %` }));

const known = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;

const points = (shares: Readonly<Record<string, number>>) =>
  HORIZONS.map((seconds) => ({ x: seconds / 60, y: known(shares[seconds]) }));

/** Skill of all evenings beside the target; the band spans the venues. */
export const skillChart = (
  overall: BacktestResult,
  venues: readonly BacktestResult[],
  width: number,
): ReactElement => {
  const band = HORIZONS.flatMap((seconds) => {
    const skills = venues.flatMap(({ skill }) => known(skill[seconds]) ?? []);
    if (skills.length < 2) return [];
    return [{ x: seconds / 60, low: Math.min(...skills), high: Math.max(...skills) }];
  });
  // Of one venue there is no band: its own line must find room.
  const told = HORIZONS.flatMap((seconds) => known(overall.skill[seconds]) ?? []);
  const lowest = Math.min(0, ...told, ...band.map(({ low }) => low));
  const highest = Math.max(0.5, ...told, ...band.map(({ high }) => high));
  return lineChart({
    title: 'Skill by horizon, beside the target',
    width,
    height: 260,
    x: AHEAD,
    y: {
      from: Math.floor(lowest * 5) / 5,
      to: Math.ceil(highest * 5) / 5,
      label: 'skill: 1 is perfect, 0 is "as counted now"',
    },
    series: [
      {
        name: venues.length > 1 ? 'all venues (band: from worst to best)' : overall.venue,
        tone: 'blue',
        points: points(overall.skill),
        band,
        dots: true,
      },
      {
        name: 'target',
        tone: 'orange',
        dashed: true,
        points: [...TARGETS.skill].map(([seconds, y]) => ({ x: seconds / 60, y })),
      },
    ],
  });
};

/** How many outcomes lay inside the intervals; dense: where 1.2 persons/m² or more were expected. */
export const coverageChart = (overall: BacktestResult, width: number): ReactElement =>
  lineChart({
    title: 'Share of outcomes inside the 80 % and 95 % intervals',
    width,
    height: 280,
    x: AHEAD,
    y: {
      from: 0.6,
      to: 1,
      label: 'outcomes inside the interval',
      ticks: percentTicks([0.6, 0.7, 0.8, 0.9, 1]),
    },
    series: [
      { name: '80 %, all', tone: 'blue', points: points(overall.coverage80), dots: true },
      {
        name: '80 %, dense',
        tone: 'blue',
        dashed: true,
        points: points(overall.denseCoverage80),
        dots: true,
      },
      { name: '95 %, all', tone: 'green', points: points(overall.coverage95), dots: true },
      {
        name: '95 %, dense',
        tone: 'green',
        dashed: true,
        points: points(overall.denseCoverage95),
        dots: true,
      },
    ],
    limits: [
      { y: TARGETS.coverage80.least, label: '', tone: 'orange' },
      { y: TARGETS.coverage80.most, label: '80 %: target between these', tone: 'orange' },
    ],
  });

/** Of the times that a likelihood was said, how many came true. */
export const reliabilityChart = (overall: BacktestResult, width: number): ReactElement => {
  const ticks = percentTicks([0, 0.2, 0.4, 0.6, 0.8, 1]);
  const diagonal = [0, 1].map((x) => ({ x, y: x }));
  return lineChart({
    title: 'Reliability: likelihood said, and how often it came true',
    width,
    height: 320,
    x: { from: 0, to: 1, label: 'likelihood said', ticks },
    y: { from: 0, to: 1, label: 'came true', ticks },
    series: [
      {
        name: 'said = came true (band: target)',
        tone: 'orange',
        dashed: true,
        points: diagonal,
        band: [0, TARGETS.reliability, 1 - TARGETS.reliability, 1].map((x) => ({
          x,
          low: Math.max(0, x - TARGETS.reliability),
          high: Math.min(1, x + TARGETS.reliability),
        })),
      },
      {
        name: 'this forecast',
        tone: 'blue',
        dots: true,
        points: overall.reliability.map(({ cameTrue, said }) => ({ x: said, y: cameTrue })),
      },
    ],
  });
};

/** How long before a limit was passed its warning came. */
export const leadTimeChart = ({ leadTimes }: BacktestResult, width: number): ReactElement =>
  barChart({
    title: 'Time from the warning to the passing',
    width,
    height: 260,
    x: {
      from: -1,
      to: 15,
      label: 'minutes of lead; 15: more',
      ticks: [0, 5, 10, 15].map((value) => ({ value, label: `${value}` })),
    },
    y: fromZero(
      'passings',
      leadTimes.map(({ passings }) => passings),
    ),
    bars: leadTimes.map(({ fromSeconds, passings, toSeconds }) => ({
      from: fromSeconds / 60,
      to: toSeconds / 60,
      value: passings,
      tone: toSeconds > 0 ? 'blue' : 'orange',
    })),
  });
