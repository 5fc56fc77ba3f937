import { createRoot } from 'react-dom/client';
import { actOn } from '../adapters/alert-acts.js';
import { rememberedLanguage } from '../adapters/language-storage.js';
import { keepLive } from '../adapters/live-socket.js';
import { rememberedTheme } from '../adapters/theme-storage.js';
import { initialState } from '../state/dashboard-state.js';
import { reduce } from '../state/reduce.js';
import { createStore } from '../state/store.js';
import { speak } from '../texts/index.js';
import { loadStewardTexts, stewardTexts } from '../texts/steward.js';
import { setBandTokens } from '../views/band-tokens.js';
import { actCourier, type CourierState } from './act-courier.js';
import { unlockSound } from './alarm.js';
import { renewPush } from './push.js';
import { StewardApp } from './steward-app.js';
import { followSession } from './steward-session.js';
import { storeActs, storedActs, storedPicture, storePicture } from './steward-storage.js';
import { StewardContext } from './steward-store.js';
import '../views/styles/tokens.css';
import '../views/styles/base.css';
import './steward.css';
import './steward-count.css';

/** How often what is kept is tried again, and the picture kept for a start without network, ms. */
const EVERY = 5_000;

document.documentElement.lang = await speak(await loadStewardTexts(rememberedLanguage()));
document.documentElement.dataset.theme = rememberedTheme();
setBandTokens(document.documentElement.style);

const live = createStore(reduce, initialState(Date.now(), rememberedTheme()));
const taps = createStore<CourierState, CourierState>((_, next) => next, { kept: [], news: null });
const courier = actCourier({
  act: actOn,
  me: () => live.state().session?.name ?? null,
  now: Date.now,
  load: storedActs,
  save: storeActs,
  onChange: taps.dispatch,
  lateNote: ({ kind, tappedAt }) => stewardTexts.tappedAt(stewardTexts.act[kind], tappedAt),
});

const kept = storedPicture();
if (kept !== undefined) {
  live.dispatch({ type: 'received', now: kept.heardAt, message: kept.snapshot });
  live.dispatch({ type: 'ticked', now: Date.now() });
}

/** Relative to the page, so that a proxy may serve it under any path. */
const liveAddress = new URL('ws', document.baseURI);
liveAddress.protocol = liveAddress.protocol.replace('http', 'ws');
const socket = keepLive({
  open: () => new WebSocket(liveAddress),
  dispatch: live.dispatch,
  now: Date.now,
  random: Math.random,
});
live.subscribe(() => {
  if (live.state().connection.phase === 'gap') socket.resync();
});
followSession(live);
addEventListener('online', () => {
  socket.hurry();
  void courier.flush();
});
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) socket.hurry();
});
addEventListener('pointerdown', unlockSound, { once: true });
setInterval(() => live.dispatch({ type: 'ticked', now: Date.now() }), 1_000);
setInterval(() => {
  void courier.flush();
  const { connection, picture } = live.state();
  if (picture !== null && connection.heardAt !== null) storePicture(picture, connection.heardAt);
}, EVERY);

if ('serviceWorker' in navigator) {
  // Without it the page works, but neither without network nor while it is closed.
  navigator.serviceWorker
    .register(new URL('steward-worker.js', document.baseURI))
    .then(renewPush)
    .catch(() => undefined);
}

const root = document.getElementById('root');
if (root === null) throw new Error('steward.html has no element "root".');
createRoot(root).render(
  <StewardContext value={{ live, taps, courier }}>
    <StewardApp />
  </StewardContext>,
);
