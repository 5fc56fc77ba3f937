import { ratio } from './ratio.js';

/** Sums over forecasts: absolute errors, and outcomes inside the 80 % and the 95 % interval. */
type AccuracySum = 'error' | 'persistence' | 'in80' | 'in95' | 'count';

/** How right forecasts were by their sums, beside "as counted now" (persistence). */
export const accuracyOf = (total: (sum: AccuracySum) => number) => {
  const count = total('count');
  return {
    mae: ratio(total('error'), count),
    persistence: ratio(total('persistence'), count),
    skill: 1 - ratio(total('error'), total('persistence')),
    coverage80: ratio(total('in80'), count),
    coverage95: ratio(total('in95'), count),
    forecasts: count,
  };
};
