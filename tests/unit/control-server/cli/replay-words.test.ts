import { describe, expect, it } from 'vitest';
import { ReplayReport } from '../../../../control-server/src/cli/replay-report.js';
import { ReplayTable } from '../../../../control-server/src/cli/replay-table.js';
import type { ReplayEvent } from '../../../../control-server/src/replay/replay-event.js';

type Summary = Extract<ReplayEvent, { kind: 'summary' }>;

const summary = (changes: Partial<Summary> = {}): Summary => ({
  kind: 'summary',
  venue: 'hall',
  from: '2026-07-04T18:00:00.000Z' as Summary['from'],
  to: '2026-07-04T18:01:00.000Z' as Summary['to'],
  seconds: 60,
  skippedSeconds: 0,
  alarms: null,
  windows: { taken: 1, late: 0, refused: {} },
  alertsRaised: 1,
  forecastsFailed: 0,
  peaks: [{ zone: 'floor', density: 2.345, at: '2026-07-04T18:00:30.000Z' as Summary['from'] }],
  ...changes,
});

const NONE = { taken: 0, late: 0, refused: {} };

const told = (...events: readonly ReplayEvent[]): readonly string[] => {
  const report = new ReplayReport();
  for (const event of events) report.enter(event);
  return report.lines(2, false);
};

const refused = (reason: 'not-json' | 'unknown-venue'): ReplayEvent => ({
  ...{ kind: 'refused', line: 1, reason, message: 'why' },
});

describe('[U] what is said of a replay', () => {
  it('counts one as one', () => {
    expect(told(summary()).at(-1)).toBe(
      '1 window; 1 alert; 60 s of event time in 2.0 s: 30 × real time',
    );
  });

  it('says what is wrong where no window could be used', () => {
    const nothing = summary({ windows: NONE, from: null, to: null, alertsRaised: 0 });
    const why = (...events: readonly ReplayEvent[]) => told(...events, nothing).at(-2);
    expect(why()).toBe('no window could be used: there is not a line in it');
    expect(why(refused('unknown-venue'))).toContain(
      'is this the venue of the recording? Name it by --venue',
    );
    expect(why(refused('not-json'))).toContain('a recording is a line of JSON for each');
  });

  it('says of its times which zone they are of, and leaves peaks of nothing out', () => {
    const table = new ReplayTable();
    const lines = table.lines(summary());
    expect(lines.join('\n')).toContain('UTC');
    expect(lines.at(-1)).toContain('2.35 persons/m² at 18:00:30');
    expect(table.lines(summary({ from: null, to: null }))).toEqual([]);
  });
});
