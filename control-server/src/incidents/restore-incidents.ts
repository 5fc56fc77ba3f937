import { type Alert, fromTimestamp } from '@throng/contract';
import type { IncidentBook } from './incident-book.js';

/** The incidents of the alerts that stood when the server stopped, the oldest first. */
export const restoreIncidents = (alerts: readonly Alert[]): IncidentBook => {
  const incidents = new Map<string, { since: number; zones: Set<string> }>();
  for (const { incident, raisedAt, reason } of alerts) {
    if (incident === undefined || !('zone' in reason)) continue;
    const at = fromTimestamp(raisedAt);
    const known = incidents.get(incident) ?? { since: at, zones: new Set<string>() };
    known.since = Math.min(known.since, at);
    known.zones.add(reason.zone);
    incidents.set(incident, known);
  }
  return [...incidents]
    .map(([id, { since, zones }]) => ({ id, since, zones }))
    .sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1));
};
