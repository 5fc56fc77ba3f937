import type { Alert } from '@throng/contract';
import type { Picture } from '../state/picture.js';
import { bottleneckName, explanationOf } from './explanation-text.js';
import { texts } from './index.js';

/** "Gate B: 3 zones". The cause is that of the most urgent alert that has one; alerts come by urgency. */
export const incidentText = (
  alerts: readonly Alert[],
  { venue }: Pick<Picture, 'venue'>,
): string => {
  const bottlenecks = alerts.map((alert) => explanationOf(alert)?.bottleneck ?? null);
  const cause = bottlenecks.find((bottleneck) => bottleneck !== null) ?? null;
  return texts.alerts.incident(cause === null ? null : bottleneckName(cause, venue), alerts.length);
};
