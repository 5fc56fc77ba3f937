import { describe, expect, it } from 'vitest';
import type { EveningRecord } from '../../../../control-server/src/backtest/evening-record.js';
import { judgeWarnings } from '../../../../control-server/src/backtest/judge-warnings.js';
import { passings } from '../../../../control-server/src/backtest/passings.js';
import {
  scoreForecast as forecastScores,
  tallyForecast,
} from '../../../../control-server/src/backtest/score-forecast.js';
import { scoreLeads } from '../../../../control-server/src/backtest/score-leads.js';
import {
  scoreReliability as reliabilityScores,
  tallyReliability,
} from '../../../../control-server/src/backtest/score-reliability.js';
import { scoreWarnings as warningScores } from '../../../../control-server/src/backtest/score-warnings.js';
import { OUTLOOKS } from '../../../../control-server/src/forecast/horizons.js';

const LIMIT = 2;

const scoreForecast = (records: readonly EveningRecord[]) =>
  forecastScores(records.map(tallyForecast));
const scoreWarnings = (records: readonly EveningRecord[]) =>
  warningScores(records.map(judgeWarnings));
const scoreReliability = (records: readonly EveningRecord[]) =>
  reliabilityScores(records.map(tallyReliability));

/** One zone of 10 m²: its densities tick by tick, and what was forecast at each tick. */
const record = (
  truth: readonly number[],
  forecast: (tick: number, outlook: number) => number,
  error = 0.05,
): EveningRecord => ({
  seed: 1,
  zones: [{ id: 'zone', area: 10, limit: LIMIT }],
  ticks: truth.map((density, tick) => ({
    time: 10 * tick,
    truth: Float64Array.of(density),
    counted: Float64Array.of(density),
    crossed: new Float64Array(0),
    counted60: new Float64Array(0),
    flows: [],
    forecast: {
      persons: Float64Array.of(density * 10),
      profiled: Uint8Array.of(1),
      outlooks: OUTLOOKS.map((outlook, index) => ({
        ...outlook,
        density: Float64Array.of(forecast(tick, index)),
        half80: Float64Array.of(0.3),
        half95: Float64Array.of(0.6),
        error: Float64Array.of(error),
      })),
    },
  })),
});

/** Calm for 100 ticks, above the limit for 50, calm again. */
const surge = Array.from({ length: 300 }, (_, tick) => (tick >= 100 && tick < 150 ? 3 : 1));
const at = (tick: number): number => surge[Math.min(tick, surge.length - 1)] ?? 0;
/** The highest density that holds for three ticks. */
const highest = (from: number, ticks: number): number =>
  Math.max(
    ...Array.from({ length: ticks }, (_, ahead) =>
      Math.min(...[-1, 0, 1].map((near) => at(from + ahead + near))),
    ),
  );

const seer = (tick: number, index: number): number => {
  const { kind, ticks } = OUTLOOKS[index] ?? { kind: 'at', ticks: 0 };
  return kind === 'at' ? at(tick + ticks) : highest(tick, ticks);
};

describe('the scores of a backtest', () => {
  it('[U] who knows the future has a skill of 1, who says "as now" of 0, who errs more less', () => {
    const [perfect] = scoreForecast([record(surge, seer)]);
    const [asNow] = scoreForecast([record(surge, (tick) => at(tick))]);
    const [wrong] = scoreForecast([record(surge, (tick) => at(tick) + 2)]);
    expect(perfect).toMatchObject({ skill: 1, coverage80: 1, coverage95: 1 });
    expect(asNow?.skill).toBe(0);
    expect(wrong?.skill).toBeLessThan(0);
    expect(wrong?.coverage95).toBeLessThan(0.1);
  });

  it('[U] a zone where hardly anybody ever stands is not judged', () => {
    const [score] = scoreForecast([
      record(
        surge.map((density) => density / 10),
        seer,
      ),
    ]);
    expect(score?.forecasts).toBe(0);
  });

  it('[U] a limit is passed after three ticks above it, and left after six below 90 % of it', () => {
    const densities = [1, 2.1, 2.1, 1, 2.1, 2.2, 2.3, 1.9, 1, 1, 2.1, 1, 1, 1, 1, 1, 1, 1];
    expect(passings(densities, LIMIT)).toEqual([{ from: 4, to: 16 }]);
  });

  it('[U] a warning five minutes ahead is found, with its lead less the ticks that it and the passing must hold', () => {
    expect(scoreWarnings([record(surge, seer)])).toMatchObject({
      passings: 1,
      pod: 1,
      warnedAhead: 1,
      warnings: 1,
      falseAlarmRatio: 0,
      medianLeadSeconds: 260,
    });
  });

  it('[U] leads are counted minute by minute, late ones apart, missed ones not at all', () => {
    const passings = [280, 300, 0, -20, 900, undefined].map((leadSeconds) => ({
      zone: 'zone',
      at: 1_000,
      leadSeconds,
    }));
    const bins = scoreLeads([{ passings, warnings: [], zoneHours: 1 }]);
    expect(bins.filter((bin) => bin.passings > 0)).toEqual([
      { fromSeconds: -60, toSeconds: 0, passings: 2 },
      { fromSeconds: 240, toSeconds: 300, passings: 2 },
      { fromSeconds: 840, toSeconds: 900, passings: 1 },
    ]);
  });

  it('[U] evenings scored one at a time give what they give together', () => {
    const [one, other] = [record(surge, seer), record(surge, (tick) => at(tick) + 0.2)];
    const [both] = scoreForecast([one, other]);
    const [first, second] = [scoreForecast([one])[0], scoreForecast([other])[0]];
    expect(both?.mae).toBeCloseTo(((first?.mae ?? 0) + (second?.mae ?? 0)) / 2, 12);
    expect(both?.forecasts).toBe((first?.forecasts ?? 0) + (second?.forecasts ?? 0));
  });

  it('[U] a passing that nobody foretold in time is missed, and a warning of nothing is false', () => {
    const calm = surge.map(() => 1);
    expect(scoreWarnings([record(calm, () => 3)])).toMatchObject({
      passings: 0,
      falseAlarmRatio: 1,
    });
    const late = record(surge, () => 1, 1e-3);
    expect(scoreWarnings([late])).toMatchObject({ warnedAhead: 0 });
    expect(scoreWarnings([late]).medianLeadSeconds).toBeLessThanOrEqual(0);
  });

  it('[U] probabilities are held against what came true', () => {
    for (const { cameTrue, said } of scoreReliability([record(surge, seer)])) {
      expect(Math.abs(cameTrue - said)).toBeLessThan(0.05);
    }
    const bold = scoreReliability([record(surge, () => 3)]).at(-1);
    expect(bold?.said).toBeGreaterThan(0.9);
    expect(bold?.cameTrue).toBeLessThan(0.3);
  });

  it('[U] a burst of 20 s is no passing, and makes no probability come true', () => {
    const burst = surge.map((_, tick) => (tick === 100 || tick === 101 ? 3 : 1));
    const [bin] = scoreReliability([record(burst, () => 3)]);
    expect(bin).toMatchObject({ cameTrue: 0 });
    expect(scoreWarnings([record(burst, () => 3)])).toMatchObject({ falseAlarmRatio: 1 });
  });

  it('[U] a warning of a zone that was full before the first was judged is not false', () => {
    const full = Array.from({ length: 120 }, (_, tick) => (tick < 60 ? 3 : 1));
    const score = scoreWarnings([record(full, (tick) => full[tick] ?? 1)]);
    expect(score).toMatchObject({ passings: 0, warnings: 1, falseAlarmRatio: 0 });
  });
});
