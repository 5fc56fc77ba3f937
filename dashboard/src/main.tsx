import { createRoot } from 'react-dom/client';
import { isDrill, liveAddress } from './adapters/lane.js';
import { rememberedLanguage } from './adapters/language-storage.js';
import { keepLive } from './adapters/live-socket.js';
import { followAddress } from './adapters/page-address.js';
import { loadPast } from './adapters/past-loader.js';
import { loadRecords } from './adapters/record-loader.js';
import { rememberedTheme, rememberTheme } from './adapters/theme-storage.js';
import { initialState } from './state/dashboard-state.js';
import { markedBy } from './state/drill-names.js';
import { reduce } from './state/reduce.js';
import { createStore } from './state/store.js';
import { speak, texts } from './texts/index.js';
import { App } from './views/app.js';
import { setBandTokens } from './views/band-tokens.js';
import { DashboardContext } from './views/dashboard-context.js';
import './views/styles/index.css';

/** Milliseconds between looks at the clock. */
const TICK = 1_000;

document.documentElement.lang = await speak(rememberedLanguage());

const theme = rememberedTheme();
document.documentElement.dataset.theme = theme;
setBandTokens(document.documentElement.style);

const store = createStore(reduce, initialState(Date.now(), theme));

if (isDrill) document.documentElement.dataset.lane = 'drill';

const inDrill = markedBy(texts.page.drill);
const socket = keepLive({
  open: () => new WebSocket(liveAddress(isDrill ? 'drill' : 'live')),
  dispatch: (event) =>
    store.dispatch(
      isDrill && event.type === 'received' ? { ...event, message: inDrill(event.message) } : event,
    ),
  now: Date.now,
  random: Math.random,
});

store.subscribe(() => {
  if (store.state().connection.phase === 'gap') socket.resync();
});
// A drill has no past, and no pages: those would be the real venue's.
if (!isDrill) {
  loadRecords(store);
  loadPast(store);
  followAddress(store.dispatch);
}
let remembered = theme;
store.subscribe(() => {
  const chosen = store.state().theme;
  if (chosen !== remembered) rememberTheme(chosen);
  remembered = chosen;
});
addEventListener('online', socket.hurry);
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) socket.hurry();
});
// Ages grow by the clock only while no news come: a message a second brings the time with it.
setInterval(() => {
  const now = Date.now();
  if (now - store.state().now >= TICK - 100) store.dispatch({ type: 'ticked', now });
}, TICK);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element "root".');
createRoot(root).render(
  <DashboardContext value={store}>
    <App />
  </DashboardContext>,
);
