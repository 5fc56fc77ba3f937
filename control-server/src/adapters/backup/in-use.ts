import Database from 'better-sqlite3';

/**
 * Whether another process has a store open: SQLite leaves WAL only for a connection that is alone.
 * A store that nobody uses is in one file after this, its journal written into it.
 *
 * @throws SqliteError when the file is missing or is no store.
 */
export const isInUse = (file: string): boolean => {
  const database = new Database(file, { fileMustExist: true, timeout: 0 });
  try {
    database.pragma('journal_mode = DELETE');
    return false;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return true;
    throw error;
  } finally {
    database.close();
  }
};
