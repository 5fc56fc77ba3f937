import type { ReactElement, ReactNode } from 'react';
import { HORIZONS } from '../../forecast/horizons.js';
import type { BacktestResult } from '../backtest.js';
import type { BacktestReport } from './backtest-report.js';
import { TARGETS } from './targets.js';
import { decimals, percent } from './wording.js';

const minutes = (): ReactElement[] =>
  HORIZONS.map((seconds) => <th key={seconds}>{seconds / 60} min</th>);

const Table = ({ children, head }: { readonly children: ReactNode; readonly head: ReactNode }) => (
  <div className="scroll">
    <table>
      <thead>
        <tr>{head}</tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
);

const isShort = (value: number, least: number): string | undefined =>
  value < least ? 'short' : undefined;

/** Skill venue by venue, then of all, then what is to be reached. */
export const SkillTable = ({ overall, venues }: BacktestReport): ReactElement => (
  <Table head={[<th key="name">skill</th>, ...minutes()]}>
    {[...venues, ...(venues.length > 1 ? [{ ...overall, venue: 'all' }] : [])].map((result) => (
      <tr key={result.venue} className={result.venue === 'all' ? 'all' : undefined}>
        <th>{result.venue}</th>
        {HORIZONS.map((seconds) => {
          const skill = result.skill[seconds] ?? Number.NaN;
          return (
            <td key={seconds} className={isShort(skill, TARGETS.skill.get(seconds) ?? 0)}>
              {decimals(skill, 2)}
            </td>
          );
        })}
      </tr>
    ))}
    <tr className="dim">
      <th>target</th>
      {HORIZONS.map((seconds) => (
        <td key={seconds}>{decimals(TARGETS.skill.get(seconds) ?? Number.NaN, 2)}</td>
      ))}
    </tr>
  </Table>
);

type Row = readonly [name: string, of: (score: BacktestResult['horizons'][number]) => string];

const ROWS: readonly Row[] = [
  ['mean error, persons/m²', ({ mae }) => decimals(mae, 3)],
  ['… of "as counted now"', ({ persistence }) => decimals(persistence, 3)],
  ['skill', ({ skill }) => decimals(skill, 3)],
  ['inside 80 %', ({ coverage80 }) => percent(coverage80)],
  ['… where dense (from 1.2 persons/m²)', ({ denseCoverage80 }) => percent(denseCoverage80)],
  ['inside 95 %', ({ coverage95 }) => percent(coverage95)],
  ['… 95 % where dense', ({ denseCoverage95 }) => percent(denseCoverage95)],
  ['forecasts judged', ({ forecasts }) => forecasts.toLocaleString('en-GB')],
  ['… dense ones', ({ denseForecasts }) => denseForecasts.toLocaleString('en-GB')],
];

/** Errors and intervals of all evenings, by horizon. */
export const HorizonTable = ({ overall }: BacktestReport): ReactElement => (
  <Table head={[<th key="name">all venues</th>, ...minutes()]}>
    {ROWS.map(([name, of]) => (
      <tr key={name}>
        <th>{name}</th>
        {overall.horizons.map((score) => (
          <td key={score.seconds}>{of(score)}</td>
        ))}
      </tr>
    ))}
  </Table>
);

/** Warnings venue by venue. */
export const WarningTable = ({ overall, venues }: BacktestReport): ReactElement => (
  <Table
    head={[
      'venue',
      'passings',
      'warned of',
      'a minute ahead',
      'warnings',
      'false',
      'median lead',
      'false/zone·h',
    ].map((name) => <th key={name}>{name}</th>)}
  >
    {[...venues, ...(venues.length > 1 ? [{ ...overall, venue: 'all' }] : [])].map(
      ({ venue, warnings }) => (
        <tr key={venue} className={venue === 'all' ? 'all' : undefined}>
          <th>{venue}</th>
          <td>{warnings.passings}</td>
          <td>{percent(warnings.pod)}</td>
          <td>{percent(warnings.warnedAhead)}</td>
          <td>{warnings.warnings}</td>
          <td>{percent(warnings.falseAlarmRatio)}</td>
          <td>
            {Number.isNaN(warnings.medianLeadSeconds) ? '—' : `${warnings.medianLeadSeconds} s`}
          </td>
          <td>{decimals(warnings.falseAlertsPerZoneHour, 3)}</td>
        </tr>
      ),
    )}
  </Table>
);

/** What was said and what came true, tenth by tenth. */
export const ReliabilityTable = ({ overall }: BacktestReport): ReactElement => (
  <Table
    head={['said, mean', 'came true', 'difference', 'forecasts'].map((name) => (
      <th key={name}>{name}</th>
    ))}
  >
    {overall.reliability.map(({ cameTrue, forecasts, said }) => (
      <tr key={said}>
        <th>{percent(said)}</th>
        <td>{percent(cameTrue)}</td>
        <td className={Math.abs(cameTrue - said) > TARGETS.reliability ? 'short' : undefined}>
          {decimals((cameTrue - said) * 100, 1)}
        </td>
        <td>{forecasts.toLocaleString('en-GB')}</td>
      </tr>
    ))}
  </Table>
);
