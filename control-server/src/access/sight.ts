import { OUTSIDE, type VenueDefinition } from '@throng/contract';
import type { LiveView } from '../live/live-view.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import { alertInSight } from './alert-in-sight.js';
import { type GridMask, gridMask } from './grid-mask.js';
import type { IdsInSight } from './ids-in-sight.js';

/** What somebody limited to zones may see: those zones, and the equipment that looks at them. */
export interface Sight extends IdsInSight {
  /** The same for everybody who sees the same. */
  readonly key: string;
  readonly venue: VenueDefinition;
  readonly maskGrid: GridMask;
}

/** The sight of the whole venue is none: there is nothing to leave out. */
export const WHOLE_VENUE = null;

/**
 * Works out the sight of somebody limited to `zones`; null is the whole venue. Zones that the venue
 * does not have (any more) are nothing.
 */
export const sightOf = (plan: VenuePlan, zones: readonly string[] | null): Sight | null => {
  if (zones === null) return WHOLE_VENUE;
  const own = new Set(zones.filter((zone) => plan.zoneIndex.has(zone)));
  const cameras = plan.cameras.filter((camera) => camera.zones.some((zone) => own.has(zone)));
  const { venue } = plan;
  const passages = venue.passages.filter(({ from, to }) => own.has(from) || own.has(to));
  const ownZones = venue.zones.filter(({ id }) => own.has(id));
  const place = (end: string): string => (own.has(end) ? end : OUTSIDE);
  return {
    key: [...own].sort().join(' '),
    venue: {
      ...venue,
      zones: ownZones,
      passages: passages.map((passage) => ({
        ...passage,
        from: place(passage.from),
        to: place(passage.to),
      })),
      cameras: cameras.map(({ definition }) => definition),
    },
    zones: own,
    cameras: new Set(cameras.map(({ definition }) => definition.id)),
    edges: new Set(cameras.map(({ definition }) => definition.edge)),
    passages: new Set(passages.map(({ id }) => id)),
    maskGrid: gridMask(ownZones),
  };
};

/** The key of a sight, for grouping those who see the same. */
export const sightKey = (sight: Sight | null): string => (sight === null ? '*' : sight.key);

/**
 * A view without what lies outside the sight. Every list is named here: one that is added to the view
 * does not compile until somebody has decided who may see it.
 */
export const viewInSight = (view: LiveView, sight: Sight | null): LiveView => {
  if (sight === null) return view;
  const { zones, passages, cameras, edges, maskGrid } = sight;
  return {
    zones: view.zones.filter(({ zone }) => zones.has(zone)),
    forecasts: view.forecasts.filter(({ zone }) => zones.has(zone)),
    passages: view.passages.filter(({ passage }) => passages.has(passage)),
    cameras: view.cameras.filter(({ camera }) => cameras.has(camera)),
    edges: view.edges.filter(({ edge }) => edges.has(edge)),
    grids: view.grids
      .filter(({ camera }) => cameras.has(camera))
      .map(({ camera, grid }) => ({ camera, grid: grid === null ? null : maskGrid(grid) })),
    alerts: view.alerts.flatMap((alert) => alertInSight(alert, sight)),
    // A stopped show is everybody's (SPEC SS8).
    ...(view.showStop === undefined ? {} : { showStop: view.showStop }),
  };
};
