import type { LoadedVenueFile } from '../adapters/settings/load-venue-file.js';
import { openShowStopStore } from '../adapters/store/show-stop-table.js';
import type { Recorder } from '../audit/recorder.js';
import type { Clock } from '../clock.js';
import { ShowDesk } from '../show-stop/show-desk.js';
import { runningShow } from '../show-stop/show-state.js';
import type { ShowStopStore } from '../show-stop/show-stop-store.js';
import type { Owned } from './owned.js';

export interface OpenedShowDesk {
  readonly desk: ShowDesk;
  close(): void;
}

/** How the show stands is kept once a successor would know it; where that fails it stands as before. */
const settledShow = (store: ShowStopStore, verified: boolean, owned: Owned): ShowStopStore => ({
  read: () => store.read(),
  write: async (state) => {
    const before = store.read();
    const written = await store.write(state);
    if (!written.ok) return written;
    const settled = await owned.settle();
    if (!settled.ok && before.ok) await store.write(before.value ?? runningShow(verified));
    return settled;
  },
});

/** Opens what is kept of the show, and takes up a stop that stood when the server stopped. */
export const openShowDesk = (
  { venue, server, storeFile }: LoadedVenueFile,
  recorder: Recorder,
  clock: Clock,
  onChange: () => void,
  owned?: Owned,
): OpenedShowDesk => {
  const store = openShowStopStore(storeFile);
  const verified = server.access.mode === 'accounts';
  const desk = new ShowDesk({
    venue: venue.id,
    store: owned === undefined ? store : settledShow(store, verified, owned),
    recorder,
    clock,
    rules: server.showStop,
    verified,
    onChange,
  });
  return { desk, close: () => store.close() };
};
