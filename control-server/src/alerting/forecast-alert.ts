import type { PassageFlow } from '@throng/contract';
import { TICK_SECONDS } from '../forecast/horizons.js';
import { WARNING_RULE } from '../forecast/warning.js';
import type { Finding } from './alert-book.js';
import { type ForecastAlarm, standingWarning } from './forecast-alarm.js';

/** What takes a warning back (SPEC AL10, AL25). */
const CLEARS = {
  belowProbability: WARNING_RULE.off,
  seconds: WARNING_RULE.offTicks * TICK_SECONDS,
};

export const forecastSubject = (zone: string): string => `forecast-${zone}`;

/**
 * What a zone's forecast finds at `at` (epoch ms): it warns until the density itself raises an
 * alert, which then stands in its place.
 *
 * @param flows of the zone's passages, asked for only when an alert is raised.
 */
export const findForecast = (
  zone: string,
  alarm: ForecastAlarm,
  hasPassed: boolean,
  flows: () => PassageFlow[],
  at: number,
): Finding => {
  const warned = hasPassed ? null : standingWarning(alarm, at);
  return {
    subject: forecastSubject(zone),
    category: 'crowd',
    at,
    standing:
      warned === null
        ? null
        : {
            priority: 'warning',
            reason: () => ({ kind: 'forecast', zone, ...warned, flows: flows(), clears: CLEARS }),
          },
  };
};
