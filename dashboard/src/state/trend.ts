/** Persons/m² per minute below which a change is noise. */
export const STEADY_BELOW = 0.05;

export type TrendDirection = 'rising' | 'steady' | 'falling' | 'unknown';

/** The direction of a trend in persons/m² per minute; null is not known yet. */
export const trendDirection = (trend: number | null): TrendDirection => {
  if (trend === null) return 'unknown';
  if (Math.abs(trend) < STEADY_BELOW) return 'steady';
  return trend > 0 ? 'rising' : 'falling';
};

/** A trend to the tenth that is told of it: the same in one direction as in the other. */
export const shownTrend = (trend: number | null): number | null =>
  trend === null ? null : (Math.sign(trend) * Math.round(Math.abs(trend) * 10)) / 10;
