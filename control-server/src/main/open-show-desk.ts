import type { LoadedVenueFile } from '../adapters/settings/load-venue-file.js';
import { openShowStopStore } from '../adapters/store/show-stop-table.js';
import type { Recorder } from '../audit/recorder.js';
import type { Clock } from '../clock.js';
import { ShowDesk } from '../show-stop/show-desk.js';
import type { Owned } from './owned.js';
import { settledShow } from './settled-show.js';

export interface OpenedShowDesk {
  readonly desk: ShowDesk;
  close(): void;
}

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
