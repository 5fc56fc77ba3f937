import { ShowStop } from '@throng/contract';
import { Compile } from 'typebox/compile';
import type { ShowStopStore } from '../../show-stop/show-stop-store.js';
import { openDatabase } from './open-database.js';
import { attempt } from './store-fault.js';

export interface OpenedShowStopStore extends ShowStopStore {
  close(): void;
}

const shape = Compile(ShowStop);

/**
 * Opens what the store's file keeps of the show. FULL: a stop that was confirmed survives a power cut.
 *
 * @throws when the file cannot be opened.
 */
export const openShowStopStore = (file: string): OpenedShowStopStore => {
  const database = openDatabase(file);
  database.pragma('synchronous = FULL');
  const find = database.prepare<[], { body: string }>('SELECT body FROM show_stop');
  const keep = database.prepare(
    'INSERT INTO show_stop VALUES (1, @body) ON CONFLICT (only) DO UPDATE SET body = @body',
  );
  const readState = (): ShowStop | null => {
    const row = find.get();
    if (row === undefined) return null;
    const value: unknown = JSON.parse(row.body);
    if (shape.Check(value)) return value;
    throw new Error('the store holds no readable word of whether the show is stopped');
  };
  return {
    read: () => attempt(database, readState),
    write: async (state) => attempt(database, () => void keep.run({ body: JSON.stringify(state) })),
    close: () => database.close(),
  };
};
