import { createContext, useContext, useSyncExternalStore } from 'react';
import type { DashboardEvent } from '../state/dashboard-event.js';
import type { DashboardState } from '../state/dashboard-state.js';
import type { Store } from '../state/store.js';

export type DashboardStore = Store<DashboardState, DashboardEvent>;

export const DashboardContext = createContext<DashboardStore | null>(null);

const useStore = (): DashboardStore => {
  const store = useContext(DashboardContext);
  if (store === null) throw new Error('This view stands outside a DashboardContext.');
  return store;
};

export const useDashboard = (): DashboardState => {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, store.state);
};

/** A part of the state, for a view that need not be drawn anew when anything else changes. */
export const usePart = <Part>(select: (state: DashboardState) => Part): Part => {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, () => select(store.state()));
};

export const useDispatch = (): DashboardStore['dispatch'] => useStore().dispatch;
