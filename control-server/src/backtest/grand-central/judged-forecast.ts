/** One forecast of a zone and what came of it, persons. */
export interface Judged {
  /** How far ahead it was. */
  readonly seconds: number;
  readonly truth: number;
  readonly forecast: number;
  readonly half80: number;
  readonly half95: number;
  /** What its rivals said: as it is now, and the damped trend. */
  readonly now: number;
  readonly trend: number;
}

export interface ConcourseHorizon {
  readonly seconds: number;
  /** Mean absolute errors, persons: of the forecast, of "as it is now" and of the damped trend. */
  readonly mae: number;
  readonly persistence: number;
  readonly trend: number;
  /** 1 − mae / persistence, and 1 − mae / trend. */
  readonly skill: number;
  readonly skillOverTrend: number;
  readonly coverage80: number;
  readonly coverage95: number;
  readonly forecasts: number;
}

/** Rates and shares, keyed by horizon in seconds, as in `BacktestResult`. */
export interface ConcourseScore {
  readonly name: string;
  readonly skill: Readonly<Record<string, number>>;
  readonly skillOverTrend: Readonly<Record<string, number>>;
  readonly coverage80: Readonly<Record<string, number>>;
  readonly coverage95: Readonly<Record<string, number>>;
  readonly horizons: readonly ConcourseHorizon[];
}

const mean = (all: readonly Judged[], of: (judged: Judged) => number): number =>
  all.reduce((sum, judged) => sum + of(judged), 0) / all.length;

const scoreHorizon = (seconds: number, all: readonly Judged[]): ConcourseHorizon => {
  const mae = mean(all, ({ forecast, truth }) => Math.abs(forecast - truth));
  const persistence = mean(all, ({ now, truth }) => Math.abs(now - truth));
  const trend = mean(all, (judged) => Math.abs(judged.trend - judged.truth));
  const inside = (half: (judged: Judged) => number): number =>
    mean(all, (judged) => (Math.abs(judged.forecast - judged.truth) <= half(judged) ? 1 : 0));
  return {
    seconds,
    mae,
    persistence,
    trend,
    skill: 1 - mae / persistence,
    skillOverTrend: 1 - mae / trend,
    coverage80: inside(({ half80 }) => half80),
    coverage95: inside(({ half95 }) => half95),
    forecasts: all.length,
  };
};

/** Scores forecasts together, horizon by horizon. */
export const scoreJudged = (name: string, judged: readonly Judged[]): ConcourseScore => {
  const seconds = [...new Set(judged.map((each) => each.seconds))].sort((a, b) => a - b);
  const horizons = seconds.map((ahead) =>
    scoreHorizon(
      ahead,
      judged.filter((each) => each.seconds === ahead),
    ),
  );
  const keyed = (of: (horizon: ConcourseHorizon) => number): Record<string, number> =>
    Object.fromEntries(horizons.map((horizon) => [horizon.seconds, of(horizon)]));
  return {
    name,
    skill: keyed(({ skill }) => skill),
    skillOverTrend: keyed(({ skillOverTrend }) => skillOverTrend),
    coverage80: keyed(({ coverage80 }) => coverage80),
    coverage95: keyed(({ coverage95 }) => coverage95),
    horizons,
  };
};
