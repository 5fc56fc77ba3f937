import { createContext, useContext, useSyncExternalStore } from 'react';
import type { DashboardEvent } from '../state/dashboard-event.js';
import type { DashboardState } from '../state/dashboard-state.js';
import type { Store } from '../state/store.js';
import type { ActCourier, CourierState } from './act-courier.js';

/** What the page shows: the live picture, as the control room's page has it, and this phone's taps. */
export interface StewardWorld {
  readonly live: Store<DashboardState, DashboardEvent>;
  readonly taps: Store<CourierState, CourierState>;
  readonly courier: ActCourier;
}

export const StewardContext = createContext<StewardWorld | null>(null);

export const useWorld = (): StewardWorld => {
  const world = useContext(StewardContext);
  if (world === null) throw new Error('This view stands outside a StewardContext.');
  return world;
};

export const useLive = (): DashboardState => {
  const { live } = useWorld();
  return useSyncExternalStore(live.subscribe, live.state);
};

export const useTaps = (): CourierState => {
  const { taps } = useWorld();
  return useSyncExternalStore(taps.subscribe, taps.state);
};
