import { parseVenueRecord, toTimestamp, type VenueRecord } from '@throng/contract';
import { ask } from '../access/access-api.js';
import type { DashboardEvent } from '../state/dashboard-event.js';
import type { DashboardState } from '../state/dashboard-state.js';
import { recordEnd } from '../state/record-end.js';
import type { Store } from '../state/store.js';
import { REACH } from '../state/time-view.js';

const STEP_SECONDS = 30;

/** A record that ends so long before the present is asked for anew, milliseconds. */
const STALE_MS = 120_000;

/** The venue's record from `from` to `to` (event time, ms); null where it cannot be had. */
export const fetchRecord = async (
  from: number,
  to: number,
  step: number,
): Promise<VenueRecord | null> => {
  const query = new URLSearchParams({
    from: toTimestamp(from),
    to: toTimestamp(to),
    step: String(step),
  });
  const answer = await ask({
    path: `record?${query}`,
    read: (content) => {
      const parsed = parseVenueRecord(content);
      return parsed.ok ? parsed.value : undefined;
    },
  });
  return answer.ok ? answer.value : null;
};

/** Asks the server for the last hours whenever somebody looks back, and no record is at hand. */
export const loadPast = (store: Store<DashboardState, DashboardEvent>): void => {
  let isAsking = false;
  store.subscribe(async () => {
    const { picture, record, view } = store.state();
    if (isAsking || picture === null || view.kind !== 'past') return;
    if (record !== null && picture.at - recordEnd(record) < STALE_MS) return;
    isAsking = true;
    const past = await fetchRecord(picture.at - REACH.past * 1_000, picture.at, STEP_SECONDS);
    if (past !== null) store.dispatch({ type: 'past-arrived', record: past });
    // A server that could not answer is not asked again before a while has passed.
    setTimeout(() => {
      isAsking = false;
    }, RETRY_MS);
  });
};

const RETRY_MS = 5_000;
