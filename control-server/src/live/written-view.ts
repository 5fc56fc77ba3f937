import { type Changes, LISTS, type List, noState } from './live-feed.js';
import type { LiveView } from './live-view.js';
import { type Fields, saysTheSame } from './same-entry.js';

/** A view with each entry of its lists as JSON, in their order; the next view is written against it. */
export interface WrittenView {
  readonly view: LiveView;
  readonly texts: Readonly<Record<List, readonly string[]>>;
  readonly showStop?: string;
}

/** What an entry of each list goes by. */
const KEYS = {
  ...{ zones: 'zone', forecasts: 'zone', passages: 'passage' },
  ...{ cameras: 'camera', edges: 'edge', grids: 'camera' },
} as const satisfies Record<List, string>;

const keyOf = (list: List, entry: Fields | undefined): string => String(entry?.[KEYS[list]]);

/** Writes a view. Most of it is as `before`, a second ago, and to compare an entry costs a fraction of writing it. */
export const writeView = (view: LiveView, before?: WrittenView): WrittenView => {
  const textsOf = (list: List): string[] => {
    const entries: readonly Fields[] = view[list];
    const last: readonly Fields[] = before?.view[list] ?? [];
    return entries.map((entry, index) => {
      const known = last[index];
      const text = known && saysTheSame(known, entry) ? before?.texts[list][index] : undefined;
      return text ?? JSON.stringify(entry);
    });
  };
  const texts = {
    ...{ zones: textsOf('zones'), forecasts: textsOf('forecasts'), passages: textsOf('passages') },
    ...{ cameras: textsOf('cameras'), edges: textsOf('edges'), grids: textsOf('grids') },
  };
  const { showStop } = view;
  return { view, texts, ...(showStop === undefined ? {} : { showStop: JSON.stringify(showStop) }) };
};

/** The entries that are not, in their place, as in `before`, where there is one. */
const entriesSince = (before: WrittenView | undefined, now: WrittenView): Changes['state'] => {
  const state = noState();
  for (const list of LISTS) {
    const last = before?.texts[list];
    for (const [index, text] of now.texts[list].entries()) {
      if (text !== last?.[index]) state[list].set(keyOf(list, now.view[list][index]), text);
    }
  }
  return state;
};

/** A whole view as changes: what a client that knows nothing must be told. */
export const wholeView = (written: WrittenView): Changes => {
  const { showStop, view } = written;
  const alerts = view.alerts.map((alert) => JSON.stringify(alert));
  const state = entriesSince(undefined, written);
  return { state, alerts, ...(showStop === undefined ? {} : { showStop }) };
};

/** The entries of `now` that differ from `before`. Alerts are left out: they travel as transitions. */
export const changedState = (before: WrittenView, now: WrittenView): Changes => {
  const { showStop } = now;
  const isSameShow = showStop === undefined || showStop === before.showStop;
  return { state: entriesSince(before, now), alerts: [], ...(isSameShow ? {} : { showStop }) };
};
