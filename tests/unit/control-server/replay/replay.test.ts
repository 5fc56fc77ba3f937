import { describe, expect, it } from 'vitest';
import { Replay } from '../../../../control-server/src/replay/replay.js';
import type { ReplayEvent } from '../../../../control-server/src/replay/replay-event.js';
import { CALM, Evening } from '../support/evening.js';
import { type CameraId, PLAN, RULES, START, windowAt } from '../support/venue.js';

const CAMERAS: readonly CameraId[] = ['south', 'north', 'stage'];

/** Lines of an evening at the hall: densities of the west second by second, the east calm. */
const recording = (densities: readonly number[]): string[] =>
  densities.flatMap((density, index) =>
    CAMERAS.map((camera) =>
      JSON.stringify(windowAt(camera, index + 1, camera === 'stage' ? CALM.stage : density)),
    ),
  );

const replay = (lines: readonly string[], every = 10): ReplayEvent[] => {
  const events: ReplayEvent[] = [];
  const run = new Replay({
    usual: { plan: PLAN, rules: RULES },
    every,
    onEvent: (event) => events.push(event),
  });
  for (const line of lines) run.line(line);
  run.end();
  return events;
};

const of = <Kind extends ReplayEvent['kind']>(events: readonly ReplayEvent[], kind: Kind) =>
  events.filter((event): event is Extract<ReplayEvent, { kind: Kind }> => event.kind === kind);

const summaryOf = (events: readonly ReplayEvent[]) => of(events, 'summary')[0];

/** `12 raised warning density-west` of the alerts of crowds. */
const alerts = (events: readonly ReplayEvent[]): string[] =>
  of(events, 'alert').map(({ alert, transition }) => {
    const at = (Date.parse(alert.changedAt) - START) / 1_000;
    return `${at} ${transition} ${alert.priority} ${alert.id.replace(/-[0-9a-z]+$/, '')}`;
  });

const CALM_MINUTE = Array.from({ length: 60 }, () => 0.5);
const CROWDED = [...CALM_MINUTE, ...Array.from({ length: 60 }, () => 3), ...CALM_MINUTE];

describe('[U] replay', () => {
  it('tells the alerts that the live server told, at the same times', () => {
    const live = new Evening();
    for (const density of CROWDED) live.pass(1, { ...CALM, south: density, north: density });
    expect(live.story.length).toBeGreaterThan(1);
    expect(alerts(replay(recording(CROWDED)))).toEqual(live.story);
  });

  it('judges the seconds after the last window too', () => {
    const untilRaised = CROWDED.slice(0, 71);
    expect(alerts(replay(recording(untilRaised)))).toEqual(['71 raised warning density-west']);
  });

  it('foretells the flow over every passage too, each way', () => {
    const [counted] = PLAN.venue.passages;
    const lines = Array.from({ length: 150 }, (_, second) =>
      CAMERAS.map((camera) => {
        const passages = [{ passage: counted?.id ?? '', in: 1, out: 0, recall: 0.95 }];
        return JSON.stringify(
          windowAt(camera, second + 1, 0.5, camera === 'south' ? { passages } : {}),
        );
      }),
    ).flat();
    const forecast = of(replay(lines), 'forecast').at(-1);
    expect(forecast?.passages.map(({ passage }) => passage)).toEqual(
      PLAN.venue.passages.map(({ id }) => id),
    );
    const [door, ...others] = forecast?.passages ?? [];
    expect(door?.horizons.map(({ seconds }) => seconds)).toEqual([60, 120, 300, 600, 900]);
    // Nobody counts the others: nothing is said of them.
    expect(others.flatMap(({ horizons }) => horizons)).toEqual([]);
  });

  it('tells states and forecasts as often as asked, alerts at once', () => {
    const events = replay(recording(CALM_MINUTE));
    expect(of(events, 'state')).toHaveLength(6);
    expect(of(events, 'forecast')).toHaveLength(6);
    expect(of(replay(recording(CALM_MINUTE), 1), 'state')).toHaveLength(60);
    expect(of(replay(recording(CALM_MINUTE), 30), 'forecast')).toHaveLength(2);
  });

  it('forecasts every zone at every horizon once five minutes have passed', () => {
    const events = replay(recording(Array.from({ length: 400 }, () => 0.5)));
    expect(of(events, 'forecast').at(-1)?.zones).toMatchObject(
      ['west', 'east'].map((zone) => ({
        zone,
        ahead: {
          horizons: [60, 120, 300, 600, 900].map((seconds) => ({
            seconds,
            low80: expect.any(Number),
            high80: expect.any(Number),
            low95: expect.any(Number),
            high95: expect.any(Number),
          })),
        },
      })),
    );
  });

  it('counts each bad line with its reason and number, and goes on', () => {
    const good = recording(CALM_MINUTE);
    const stranger = JSON.stringify(windowAt('south', 61, 1, { venue: 'elsewhere' }));
    const events = replay([
      '{"v":1,',
      ...good.slice(0, 9),
      '{"v":2}',
      '',
      'x'.repeat(40_000),
      ...good.slice(9),
      good[0] ?? '',
      JSON.stringify(windowAt('south', 61, 1, { start: '2026-02-30T00:00:00Z' })),
      stranger,
    ]);
    expect(of(events, 'refused').map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '1 not-json',
      '11 schema',
      '13 too-large',
      '185 duplicate',
      '186 inconsistent',
      '187 unknown-venue',
    ]);
    expect(summaryOf(events)?.windows).toEqual({
      taken: 180,
      late: 0,
      refused: {
        ...{ duplicate: 1, inconsistent: 1, 'not-json': 1, schema: 1 },
        ...{ 'too-large': 1, 'unknown-venue': 1 },
      },
    });
  });

  it('keeps late and overtaken windows as history, as live', () => {
    const lines = recording(CALM_MINUTE);
    const [overtaken] = lines.splice(30, 1);
    const spooled = windowAt('south', 20, 9, { late: true, sequence: 1_000 });
    lines.push(overtaken ?? '', JSON.stringify(spooled));
    const summary = summaryOf(replay(lines));
    expect(summary?.windows).toMatchObject({ taken: 181, late: 2, refused: {} });
    expect(summary?.peaks[0]).toMatchObject({ zone: 'west', density: 0.5 });
  });

  it('refuses a stamp from the future, which moves no clock', () => {
    const lines = recording(CALM_MINUTE);
    lines.splice(90, 0, JSON.stringify(windowAt('stage', 90_000, 9, { sequence: 5_000 })));
    const summary = summaryOf(replay(lines));
    expect(summary).toMatchObject({ seconds: 60, windows: { taken: 180, refused: { future: 1 } } });
  });

  it('goes through an hour of a pause and leaps over the rest', () => {
    const lines = recording([0.5, 0.5]);
    for (const camera of CAMERAS) lines.push(JSON.stringify(windowAt(camera, 10_000, 0.5)));
    const summary = summaryOf(replay(lines));
    expect(summary?.skippedSeconds).toBe(10_000 - 2 - 3_600);
    expect(summary?.seconds).toBe(1 + 3_600 + 1);
  });

  it('[AL26] tells how often staff would have been called', () => {
    const { alarms } = summaryOf(replay(recording(CROWDED))) ?? {};
    expect(alarms).toMatchObject({ mostInTenMinutes: 1, floodedShare: 0 });
    expect(alarms?.perHour).toBeCloseTo(3_600 / 179, 9);
  });

  it('of nothing it tells that nothing was there', () => {
    expect(replay(['', ''])).toEqual([
      {
        ...{ kind: 'summary', venue: 'hall', from: null, to: null, seconds: 0, skippedSeconds: 0 },
        windows: { taken: 0, late: 0, refused: {} },
        ...{ alarms: null, alertsRaised: 0, forecastsFailed: 0, peaks: [] },
      },
    ]);
  });
});
