import type { EveningRow } from '../../store/evening-row.js';
import type { StoreResult } from '../../store/measurement-store.js';
import type { RecordedPeriod, RecordedRows } from '../../store/recorded-rows.js';
import { openPostgres } from '../postgres/postgres-database.js';
import { postgresStore } from '../postgres/postgres-store.js';
import { recordedSlice } from '../postgres/recorded-slices.js';
import { storedEvenings } from '../store/evening-table.js';
import { recordedRows } from '../store/recorded-rows.js';
import { openStoreReader, type StoreReader } from '../store/store-reader.js';
import type { ReportTask } from './report-task.js';

/** What a report reads of the past; nothing in it is changed. */
export interface OpenedRecord extends StoreReader {
  evenings(events: readonly string[]): Promise<StoreResult<EveningRow[]>>;
  /** Window by window, in the order of time. @throws when the store cannot be read. */
  windows(period: RecordedPeriod): AsyncIterable<RecordedRows>;
}

/** Seconds that are read from a database at once: some ten thousand rows of a hundred cameras. */
const SLICE = 60;

type Where = Pick<ReportTask, 'postgres' | 'storeFile' | 'venue'>;

/** The database failed in the middle of a record; `fileFailure` tells the remedy. */
class RecordError extends Error {
  readonly code = 'POSTGRES';
}

const openPostgresRecord = (postgres: NonNullable<Where['postgres']>, venue: string) => {
  const database = openPostgres(postgres, venue, { connections: 2 });
  async function* windows({ from, to }: RecordedPeriod): AsyncGenerator<RecordedRows> {
    for (let at = from; at < to; at += SLICE) {
      const period = { from: at, to: Math.min(to, at + SLICE) };
      const slice = await database.read((client) => recordedSlice(client, period));
      if (!slice.ok) throw new RecordError(slice.message);
      yield* slice.value;
    }
  }
  return { ...postgresStore(database), windows };
};

/**
 * Opens the record of the settings, PostgreSQL or one file.
 *
 * @throws SqliteError when the file is missing or is no store.
 */
export const openRecord = ({ postgres, storeFile, venue }: Where): OpenedRecord => {
  if (postgres !== undefined) return openPostgresRecord(postgres, venue.id);
  return {
    ...openStoreReader(storeFile),
    evenings: async (events) => ({ ok: true, value: storedEvenings(storeFile, events) }),
    async *windows(period) {
      yield* recordedRows(storeFile, period);
    },
  };
};
