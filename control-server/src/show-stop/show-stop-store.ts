import type { ShowStop } from '@throng/contract';
import type { StoreResult } from '../store/measurement-store.js';

/** Where it is kept how the show stands, so that a restart does not forget a stop. */
export interface ShowStopStore {
  /** Null before the first. */
  read(): StoreResult<ShowStop | null>;
  write(state: ShowStop): Promise<StoreResult<void>>;
}
