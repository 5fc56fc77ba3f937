import type { DashboardEvent } from '../state/dashboard-event.js';
import type { DashboardState } from '../state/dashboard-state.js';
import type { Store } from '../state/store.js';
import { fetchZoneRecord } from './zone-record.js';

/** Asks the server for the past of a zone whenever one is opened. */
export const loadRecords = (store: Store<DashboardState, DashboardEvent>): void => {
  let shown: string | null = null;
  let request = new AbortController();
  store.subscribe(async () => {
    const { selectedZone: zone, picture } = store.state();
    if (zone === shown) return;
    shown = zone;
    request.abort();
    if (zone === null || picture === null) return;
    request = new AbortController();
    const points = await fetchZoneRecord(zone, picture.at, request.signal);
    if (points.length > 0) store.dispatch({ type: 'record-arrived', zone, points });
  });
};
