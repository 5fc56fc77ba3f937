import { ask } from '../access/access-api.js';
import { readSession } from '../access/access-shapes.js';
import { agreeOnLanguage } from '../adapters/account-language.js';
import type { DashboardEvent } from '../state/dashboard-event.js';
import type { DashboardState } from '../state/dashboard-state.js';
import type { Store } from '../state/store.js';
import { forgetAll } from './steward-storage.js';

/** Leads to where people log in, and back here. Nothing of the venue stays on the phone. */
const goToLogIn = (): void => {
  forgetAll();
  const to = new URLSearchParams({ to: 'steward.html' });
  location.assign(new URL(`login.html#${to}`, document.baseURI));
};

/** Who is in, asked whenever the live channel comes or goes: a lost one may be an ended session. */
export const followSession = (live: Store<DashboardState, DashboardEvent>): void => {
  let phase = '';
  const look = async (): Promise<void> => {
    const answer = await ask({ path: 'session', read: readSession });
    if (answer.ok) {
      const session = { ...answer.value, endsAt: Date.parse(answer.value.endsAt) };
      live.dispatch({ type: 'session-known', session });
      agreeOnLanguage(session);
    } else if (answer.code === 'not-logged-in') goToLogIn();
  };
  const follow = (): void => {
    const { phase: now } = live.state().connection;
    if (now === phase) return;
    phase = now;
    if (now === 'live' || now === 'waiting') void look();
  };
  live.subscribe(follow);
  follow();
};
