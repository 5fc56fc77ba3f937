import colours from 'picocolors';
import type { BacktestResult } from '../backtest/index.js';
import { HORIZONS } from '../forecast/horizons.js';

const NAME = 20;

const percent = (share: number): string =>
  Number.isNaN(share) ? '—' : `${Math.round(share * 100)} %`;

const skillOf = (result: BacktestResult): string =>
  HORIZONS.map((seconds) => (result.skill[seconds] ?? Number.NaN).toFixed(2).padStart(6)).join('');

/** For people: skill by venue, then intervals, warnings and reliability of all together. */
export const backtestLines = (
  overall: BacktestResult,
  venues: readonly BacktestResult[],
): string[] => {
  const minutes = HORIZONS.map((seconds) => `${seconds / 60} min`.padStart(6)).join('');
  const { warnings } = overall;
  const { seeds, history } = overall;
  return [
    colours.bold(`${seeds.length} evenings a venue, ${history} former ones remembered`),
    '',
    `${'Skill against "as now"'.padEnd(NAME + 4)}${minutes}`,
    ...venues.map((result) => `  ${result.venue.padEnd(NAME + 2)}${skillOf(result)}`),
    ...(venues.length > 1 ? [`  ${colours.bold('all'.padEnd(NAME + 2))}${skillOf(overall)}`] : []),
    '',
    `${'Outcomes inside'.padEnd(NAME + 4)}${minutes}`,
    ...(
      [
        ['the 80 % interval', overall.coverage80],
        ['… from 1.2 persons/m²', overall.denseCoverage80],
        ['the 95 % interval', overall.coverage95],
      ] as const
    ).map(
      ([name, shares]) =>
        `  ${name.padEnd(NAME + 2)}${HORIZONS.map((seconds) => percent(shares[seconds] ?? Number.NaN).padStart(6)).join('')}`,
    ),
    '',
    `${'Flows over passages'.padEnd(NAME + 4)}${minutes}`,
    `  ${'skill against "as now"'.padEnd(NAME + 2)}${overall.flows.map(({ skill }) => skill.toFixed(2).padStart(6)).join('')}`,
    `  ${'the 80 % interval'.padEnd(NAME + 2)}${overall.flows.map(({ coverage80 }) => percent(coverage80).padStart(6)).join('')}`,
    '',
    'Warnings that a zone will pass its limit',
    `  limits passed ${warnings.passings}, warned of ${percent(warnings.pod)}, a minute ahead or earlier ${percent(warnings.warnedAhead)}, median lead ${warnings.medianLeadSeconds} s`,
    `  warnings ${warnings.warnings}, false ${percent(warnings.falseAlarmRatio)}, ${warnings.falseAlertsPerZoneHour.toFixed(3)} false ones per zone and hour`,
    '',
    'Probability said → came true',
    `  ${overall.reliability.map(({ cameTrue, said }) => `${percent(said)} → ${percent(cameTrue)}`).join('   ')}`,
  ];
};
