import {
  type Alert,
  type CameraState,
  type Delta,
  type EdgeState,
  fromTimestamp,
  type GridState,
  type PassageState,
  type ShowStop,
  type Snapshot,
  type VenueDefinition,
  type ZoneForecast,
  type ZoneState,
} from '@throng/contract';

/** All that the server has told of the venue: one snapshot and the deltas laid over it. */
export interface Picture {
  readonly venue: VenueDefinition;
  readonly sequence: number;
  /** Event time of the newest message, epoch milliseconds. */
  readonly at: number;
  readonly zones: ReadonlyMap<string, ZoneState>;
  /** Empty where the server does not look ahead. */
  readonly forecasts: ReadonlyMap<string, ZoneForecast>;
  /** Empty where the server is of an older version. */
  readonly passages: ReadonlyMap<string, PassageState>;
  readonly cameras: ReadonlyMap<string, CameraState>;
  readonly edges: ReadonlyMap<string, EdgeState>;
  readonly grids: ReadonlyMap<string, GridState>;
  readonly alerts: ReadonlyMap<string, Alert>;
  /** How the show stands; absent where the server is of an older version. */
  readonly showStop?: ShowStop;
  /** Set where it is not the present; then only zones are known, and nothing of the ground within. */
  readonly when?: 'past' | 'ahead';
  /** Densities between which each zone is expected; only in a picture of what is ahead. */
  readonly ranges?: ReadonlyMap<string, { readonly low: number; readonly high: number }>;
}

/** Cleared alerts kept for "earlier": enough for an evening, bounded for a page that stays open for days. */
export const CLEARED_ALERTS_KEPT = 100;

export const fromSnapshot = (snapshot: Snapshot): Picture => ({
  venue: snapshot.venue,
  sequence: snapshot.sequence,
  at: fromTimestamp(snapshot.at),
  zones: keyed(snapshot.zones, ({ zone }) => zone),
  forecasts: keyed(snapshot.forecasts ?? [], ({ zone }) => zone),
  passages: keyed(snapshot.passages ?? [], ({ passage }) => passage),
  cameras: keyed(snapshot.cameras, ({ camera }) => camera),
  edges: keyed(snapshot.edges, ({ edge }) => edge),
  grids: keyed(snapshot.grids, ({ camera }) => camera),
  alerts: withoutOldest(keyed(snapshot.alerts, ({ id }) => id)),
  ...shown(snapshot.showStop),
});

const shown = (showStop: ShowStop | undefined): Pick<Picture, 'showStop'> =>
  showStop === undefined ? {} : { showStop };

/**
 * The picture with a delta laid over it (SPEC LV3). Lists that the delta leaves empty keep their
 * identity, so that nothing that shows them has to be drawn again.
 */
export const withDelta = (picture: Picture, delta: Delta): Picture => ({
  venue: picture.venue,
  sequence: delta.sequence,
  at: fromTimestamp(delta.at),
  zones: replaced(picture.zones, delta.zones, ({ zone }) => zone),
  forecasts: replaced(picture.forecasts, delta.forecasts ?? [], ({ zone }) => zone),
  passages: replaced(picture.passages, delta.passages ?? [], ({ passage }) => passage),
  cameras: replaced(picture.cameras, delta.cameras, ({ camera }) => camera),
  edges: replaced(picture.edges, delta.edges, ({ edge }) => edge),
  grids: replaced(picture.grids, delta.grids, ({ camera }) => camera),
  alerts: withoutOldest(replaced(picture.alerts, delta.alerts, ({ id }) => id)),
  ...shown(delta.showStop ?? picture.showStop),
});

const keyed = <Entry>(entries: readonly Entry[], key: (entry: Entry) => string) =>
  new Map(entries.map((entry) => [key(entry), entry]));

const replaced = <Entry>(
  known: ReadonlyMap<string, Entry>,
  entries: readonly Entry[],
  key: (entry: Entry) => string,
): ReadonlyMap<string, Entry> =>
  entries.length === 0 ? known : new Map([...known, ...keyed(entries, key)]);

const withoutOldest = (alerts: ReadonlyMap<string, Alert>): ReadonlyMap<string, Alert> => {
  const cleared = [...alerts.values()].filter(({ state }) => state === 'cleared');
  if (cleared.length <= CLEARED_ALERTS_KEPT) return alerts;
  const dropped = new Set(
    cleared
      .sort((a, b) => a.changedAt.localeCompare(b.changedAt))
      .slice(0, cleared.length - CLEARED_ALERTS_KEPT)
      .map(({ id }) => id),
  );
  return new Map([...alerts].filter(([id]) => !dropped.has(id)));
};
