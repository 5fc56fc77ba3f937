import { type Alert, fromTimestamp } from '@throng/contract';
import type { IncidentBook } from './incident-book.js';

/** The incidents of the alerts that stood when the server stopped. */
export const restoreIncidents = (alerts: readonly Alert[]): IncidentBook => {
  const begun = new Map<string, number>();
  for (const { incident, raisedAt } of alerts) {
    if (incident === undefined) continue;
    const at = fromTimestamp(raisedAt);
    begun.set(incident, Math.min(at, begun.get(incident) ?? at));
  }
  return new Map(
    alerts.flatMap(({ incident, reason }) => {
      const since = begun.get(incident ?? '');
      if (incident === undefined || since === undefined || !('zone' in reason)) return [];
      return [[reason.zone, { id: incident, since }] as const];
    }),
  );
};
