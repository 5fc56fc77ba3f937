import type { ReactElement } from 'react';
import type { BacktestReport } from './backtest-report.js';
import type { Case } from './pick-cases.js';
import { clock, duration } from './wording.js';

/** Rows beyond which the rest is only counted. */
const MOST = 80;

const ORDER = ['missed', 'late', 'false'] as const;

const WHAT: Readonly<Record<(typeof ORDER)[number], (seconds: number) => string>> = {
  missed: () => 'missed: no warning stood',
  late: (seconds) => (seconds === 0 ? 'late: with the passing' : `late by ${duration(seconds)}`),
  false: (seconds) => `false warning, stood ${duration(seconds)}`,
};

/** Where, on which evening and when the forecast was wrong. */
export const CaseTable = ({ cases, names }: BacktestReport): ReactElement => {
  const wrong = ORDER.flatMap((kind) =>
    cases.filter((each) => each.kind === kind).map((each) => ({ ...each, what: WHAT[kind] })),
  );
  if (wrong.length === 0)
    return <p>None: every passing was warned of in time, and no warning was false.</p>;
  return (
    <>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th>venue</th>
              <th>seed</th>
              <th className="word">zone</th>
              <th>at (h:min)</th>
              <th className="word">what</th>
            </tr>
          </thead>
          <tbody>
            {wrong.slice(0, MOST).map(({ at, kind, seconds, seed, venue, what, zone }) => (
              <tr key={`${kind} ${venue} ${seed} ${zone} ${at}`}>
                <th>{venue}</th>
                <td>{seed}</td>
                <td className="word">{names.zone(venue, zone)}</td>
                <td>{clock(at)}</td>
                <td className="word">{what(seconds)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {wrong.length > MOST && (
        <p className="dim">
          … and {wrong.length - MOST} more; {tally(wrong)}.
        </p>
      )}
    </>
  );
};

const tally = (wrong: readonly Case[]): string =>
  ORDER.map((kind) => `${wrong.filter((each) => each.kind === kind).length} ${kind}`).join(', ');
