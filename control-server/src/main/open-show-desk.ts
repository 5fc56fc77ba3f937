import type { LoadedVenueFile } from '../adapters/settings/load-venue-file.js';
import { openShowStopStore } from '../adapters/store/show-stop-table.js';
import type { Recorder } from '../audit/recorder.js';
import type { Clock } from '../clock.js';
import { ShowDesk } from '../show-stop/show-desk.js';

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
): OpenedShowDesk => {
  const store = openShowStopStore(storeFile);
  const desk = new ShowDesk({
    venue: venue.id,
    store,
    recorder,
    clock,
    rules: server.showStop,
    verified: server.access.mode === 'accounts',
    onChange,
  });
  return { desk, close: () => store.close() };
};
