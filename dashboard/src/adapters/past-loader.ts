import { fromTimestamp, parseVenueRecord, toTimestamp, type VenueRecord } from '@throng/contract';
import type { DashboardEvent } from '../state/dashboard-event.js';
import type { DashboardState } from '../state/dashboard-state.js';
import type { Store } from '../state/store.js';
import { REACH } from '../state/time-view.js';

const STEP_SECONDS = 30;

/** A record that ends so long before the present is asked for anew, milliseconds. */
const STALE_MS = 120_000;

/** The end of a record, epoch milliseconds. */
const endOf = ({ from, step, steps }: VenueRecord): number =>
  fromTimestamp(from) + steps * step * 1_000;

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
  try {
    const answer = await fetch(new URL(`api/v1/record?${query}`, document.baseURI));
    if (!answer.ok) return null;
    const parsed = parseVenueRecord(await answer.json());
    return parsed.ok ? parsed.value : null;
  } catch {
    return null;
  }
};

/** Asks the server for the last hours whenever somebody looks back, and no record is at hand. */
export const loadPast = (store: Store<DashboardState, DashboardEvent>): void => {
  let isAsking = false;
  store.subscribe(async () => {
    const { picture, record, view } = store.state();
    if (isAsking || picture === null || view.kind !== 'past') return;
    if (record !== null && picture.at - endOf(record) < STALE_MS) return;
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
