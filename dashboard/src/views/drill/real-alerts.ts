import { useEffect, useState } from 'react';
import { liveAddress } from '../../adapters/lane.js';
import { keepLive } from '../../adapters/live-socket.js';
import { type DashboardState, initialState } from '../../state/dashboard-state.js';
import { reduce } from '../../state/reduce.js';
import { createStore } from '../../state/store.js';

/** The real venue, over a live channel of its own: a drill must never hide it. */
export const useRealVenue = (): DashboardState => {
  const [store] = useState(() => createStore(reduce, initialState(Date.now())));
  const [state, setState] = useState(store.state);
  useEffect(() => {
    const socket = keepLive({
      open: () => new WebSocket(liveAddress('live')),
      dispatch: store.dispatch,
      now: Date.now,
      random: Math.random,
    });
    const stop = store.subscribe(() => {
      if (store.state().connection.phase === 'gap') socket.resync();
      setState(store.state());
    });
    const timer = setInterval(() => store.dispatch({ type: 'ticked', now: Date.now() }), 1_000);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [store]);
  return state;
};
