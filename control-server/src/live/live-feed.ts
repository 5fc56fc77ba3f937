import { toTimestamp, type VenueDefinition } from '@throng/contract';

export const LISTS = ['zones', 'forecasts', 'passages', 'cameras', 'edges', 'grids'] as const;
export type List = (typeof LISTS)[number];

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

export const noState = (): Record<List, Map<string, string>> => ({
  zones: new Map(),
  forecasts: new Map(),
  passages: new Map(),
  cameras: new Map(),
  edges: new Map(),
  grids: new Map(),
});

export const noChanges: Changes = { state: noState(), alerts: [] };

/** KEEP_LATEST_PER_KEY: the later value of each key, and every alert transition in its order. */
export const mergeChanges = (earlier: Changes, later: Changes): Changes => {
  const state = noState();
  for (const list of LISTS) {
    state[list] = new Map([...earlier.state[list], ...later.state[list]]);
  }
  const alerts = [...earlier.alerts, ...later.alerts];
  const showStop = later.showStop ?? earlier.showStop;
  return { state, alerts, ...(showStop === undefined ? {} : { showStop }) };
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
