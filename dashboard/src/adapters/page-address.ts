import type { DashboardEvent } from '../state/dashboard-event.js';
import { pageOf } from '../state/page-address.js';

/** Follows the browser's address, now and whenever it changes. */
export const followAddress = (dispatch: (event: DashboardEvent) => void): void => {
  const follow = () => dispatch({ type: 'page-opened', page: pageOf(location.hash) });
  addEventListener('hashchange', follow);
  follow();
};
