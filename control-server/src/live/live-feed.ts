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

/** A whole view as changes: what a client that knows nothing must be told. */
export const wholeView = (view: LiveView): Changes => {
  const entries = keyed(view);
  const state = noState();
  for (const list of LISTS) {
    for (const [key, entry] of entries[list]) state[list].set(key, JSON.stringify(entry));
  }
  return { state, alerts: view.alerts.map((alert) => JSON.stringify(alert)) };
};

/** The entries of `now` that differ from `before`. Alerts are left out: they travel as transitions. */
export const changedState = (before: Changes, now: Changes): Changes => {
  const state = noState();
  for (const list of LISTS) {
    for (const [key, json] of now.state[list]) {
      if (before.state[list].get(key) !== json) state[list].set(key, json);
    }
  }
  return { state, alerts: [] };
};

/** KEEP_LATEST_PER_KEY: the later value of each key, and every alert transition in its order. */
export const mergeChanges = (earlier: Changes, later: Changes): Changes => {
  const state = noState();
  for (const list of LISTS) {
    state[list] = new Map([...earlier.state[list], ...later.state[list]]);
  }
  return { state, alerts: [...earlier.alerts, ...later.alerts] };
};

export const isEmpty = ({ state, alerts }: Changes): boolean =>
  alerts.length === 0 && LISTS.every((list) => state[list].size === 0);

/** The lists of a message as the inner text of a JSON object. */
export const listsText = ({ state, alerts }: Changes): string => {
  const lists = LISTS.map((list) => `"${list}":[${[...state[list].values()].join(',')}]`);
  return `${lists.join(',')},"alerts":[${alerts.join(',')}]`;
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
