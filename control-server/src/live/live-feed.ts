import { toTimestamp, type VenueDefinition } from '@throng/contract';
import type { LiveView } from './live-view.js';

export const LISTS = ['zones', 'forecasts', 'passages', 'cameras', 'edges', 'grids'] as const;
type List = (typeof LISTS)[number];

/**
 * Entries of a live message, each already as JSON, so that it is written once for all clients.
 * State is keyed by its id, a newer entry replaces an older one; alerts are a row of transitions.
 */
export interface Changes {
  readonly state: Readonly<Record<List, ReadonlyMap<string, string>>>;
  readonly alerts: readonly string[];
  /** How the show stands, where that is told at all, or has changed. */
  readonly showStop?: string;
}

const noState = (): Record<List, Map<string, string>> => ({
  zones: new Map(),
  forecasts: new Map(),
  passages: new Map(),
  cameras: new Map(),
  edges: new Map(),
  grids: new Map(),
});

export const noChanges: Changes = { state: noState(), alerts: [] };

const keyed = (view: LiveView): Record<List, (readonly [string, object])[]> => ({
  zones: view.zones.map((entry) => [entry.zone, entry]),
  forecasts: view.forecasts.map((entry) => [entry.zone, entry]),
  passages: view.passages.map((entry) => [entry.passage, entry]),
  cameras: view.cameras.map((entry) => [entry.camera, entry]),
  edges: view.edges.map((entry) => [entry.edge, entry]),
  grids: view.grids.map((entry) => [entry.camera, entry]),
});

const showOf = (showStop: string | undefined): Pick<Changes, 'showStop'> =>
  showStop === undefined ? {} : { showStop };

/** A whole view as changes: what a client that knows nothing must be told. */
export const wholeView = (view: LiveView): Changes => {
  const entries = keyed(view);
  const state = noState();
  for (const list of LISTS) {
    for (const [key, entry] of entries[list]) state[list].set(key, JSON.stringify(entry));
  }
  const alerts = view.alerts.map((alert) => JSON.stringify(alert));
  return { state, alerts, ...showOf(view.showStop && JSON.stringify(view.showStop)) };
};

/** The entries of `now` that differ from `before`. Alerts are left out: they travel as transitions. */
export const changedState = (before: Changes, now: Changes): Changes => {
  const state = noState();
  for (const list of LISTS) {
    for (const [key, json] of now.state[list]) {
      if (before.state[list].get(key) !== json) state[list].set(key, json);
    }
  }
  const isSameShow = before.showStop === now.showStop;
  return { state, alerts: [], ...showOf(isSameShow ? undefined : now.showStop) };
};

/** KEEP_LATEST_PER_KEY: the later value of each key, and every alert transition in its order. */
export const mergeChanges = (earlier: Changes, later: Changes): Changes => {
  const state = noState();
  for (const list of LISTS) {
    state[list] = new Map([...earlier.state[list], ...later.state[list]]);
  }
  const alerts = [...earlier.alerts, ...later.alerts];
  return { state, alerts, ...showOf(later.showStop ?? earlier.showStop) };
};

export const isEmpty = ({ state, alerts, showStop }: Changes): boolean =>
  alerts.length === 0 && showStop === undefined && LISTS.every((list) => state[list].size === 0);

/** The lists of a message as the inner text of a JSON object. */
export const listsText = ({ state, alerts, showStop }: Changes): string => {
  const lists = LISTS.map((list) => `"${list}":[${[...state[list].values()].join(',')}]`);
  const show = showStop === undefined ? '' : `,"showStop":${showStop}`;
  return `${lists.join(',')},"alerts":[${alerts.join(',')}]${show}`;
};

const head = (type: string, sequence: number, at: number): string =>
  `"type":"${type}","v":1,"sequence":${sequence},"at":"${toTimestamp(at)}"`;

/** A snapshot's text (SPEC LV1). `at` is epoch ms. */
export const snapshotText = (
  sequence: number,
  at: number,
  venue: VenueDefinition,
  lists: string,
): string => `{${head('snapshot', sequence, at)},"venue":${JSON.stringify(venue)},${lists}}`;

/** A delta's text (SPEC LV2–LV4). `at` is epoch ms. */
export const deltaText = (sequence: number, at: number, lists: string): string =>
  `{${head('delta', sequence, at)},${lists}}`;
