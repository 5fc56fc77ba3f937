import type { ReactElement } from 'react';
import { HORIZONS } from '../../forecast/horizons.js';
import type { BacktestResult } from '../backtest.js';
import { TARGETS } from './targets.js';
import { decimals, percent } from './wording.js';

interface Tile {
  readonly name: string;
  readonly value: string;
  readonly target: string;
  /** Undefined where there was nothing to judge. */
  readonly isMet: boolean | undefined;
}

const judged = (value: number, isMet: boolean): boolean | undefined =>
  Number.isNaN(value) ? undefined : isMet;

const tilesOf = ({ coverage80, skill, warnings }: BacktestResult): Tile[] => {
  const { falseAlarmRatio, falseAlertsPerZoneHour, medianLeadSeconds, pod } = warnings;
  const met = HORIZONS.filter((each) => (skill[each] ?? 0) >= (TARGETS.skill.get(each) ?? 1));
  const { least, most } = TARGETS.coverage80;
  const covered = HORIZONS.filter((seconds) => {
    const share = coverage80[seconds] ?? Number.NaN;
    return share >= least && share <= most;
  });
  return [
    {
      name: 'of passings were warned of',
      value: percent(pod),
      target: `target ≥ ${percent(TARGETS.pod)}`,
      isMet: judged(pod, pod >= TARGETS.pod),
    },
    {
      name: 'of warnings were false',
      value: percent(falseAlarmRatio),
      target: `target ≤ ${percent(TARGETS.falseAlarmRatio)}`,
      isMet: judged(falseAlarmRatio, falseAlarmRatio <= TARGETS.falseAlarmRatio),
    },
    {
      name: 'median time from warning to passing',
      value: Number.isNaN(medianLeadSeconds) ? '—' : `${medianLeadSeconds} s`,
      target: `target ≥ ${TARGETS.medianLeadSeconds} s`,
      isMet: judged(medianLeadSeconds, medianLeadSeconds >= TARGETS.medianLeadSeconds),
    },
    {
      name: 'false warnings per zone and hour',
      value: decimals(falseAlertsPerZoneHour, 3),
      target: `target ≤ ${TARGETS.falseAlertsPerZoneHour}`,
      isMet: judged(
        falseAlertsPerZoneHour,
        falseAlertsPerZoneHour <= TARGETS.falseAlertsPerZoneHour,
      ),
    },
    {
      name: 'skill 5 minutes ahead',
      value: decimals(skill[300] ?? Number.NaN, 2),
      target: `targets met at ${met.length} of ${HORIZONS.length} horizons`,
      isMet: met.length === HORIZONS.length,
    },
    {
      name: 'of outcomes in the 80 % interval at 5 minutes',
      value: percent(coverage80[300] ?? Number.NaN),
      target: `${percent(least)} to ${percent(most)} at ${covered.length} of ${HORIZONS.length} horizons`,
      isMet: covered.length === HORIZONS.length,
    },
    {
      name: 'limits passed',
      value: `${warnings.passings}`,
      target: 'by the truth of the simulation',
      isMet: undefined,
    },
    { name: 'warnings', value: `${warnings.warnings}`, target: 'in all zones', isMet: undefined },
  ];
};

const STANDING = { true: 'met', false: 'short' } as const;

/** The figures that decide, each beside its target. */
export const ScoreTiles = ({ overall }: { readonly overall: BacktestResult }): ReactElement => (
  <div className="tiles">
    {tilesOf(overall).map(({ isMet, name, target, value }) => (
      <div className="tile" key={name}>
        <b>{value}</b>
        {name}
        <small className={isMet === undefined ? undefined : STANDING[`${isMet}`]}>
          {isMet === undefined ? '' : isMet ? '✓ ' : '✗ '}
          {target}
        </small>
      </div>
    ))}
  </div>
);
