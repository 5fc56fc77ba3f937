import Database from 'better-sqlite3';
import type { MeasurementStore } from '../../store/measurement-store.js';
import { passageReader } from './passage-history.js';
import { attempt } from './store-fault.js';
import { transitionReader } from './transition-reader.js';
import { historyReader } from './zone-history.js';

/** The part of a store that only tells of the past. */
export type StoreReader = Pick<
  MeasurementStore,
  'zoneHistory' | 'passageHistory' | 'transitions' | 'close'
>;

/**
 * Opens a store to read; a server may be writing it, and nothing in it is changed.
 *
 * @throws SqliteError when the file is missing or is no store.
 */
export const openStoreReader = (file: string): StoreReader => {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const zones = historyReader(database);
    const passages = passageReader(database);
    const transitions = transitionReader(database);
    return {
      zoneHistory: async (query) => attempt(database, () => zones(query)),
      passageHistory: async (query) => attempt(database, () => passages(query)),
      transitions: async (query) => attempt(database, () => transitions(query)),
      close: async () => {
        database.close();
      },
    };
  } catch (error) {
    database.close();
    throw error;
  }
};
