import Database from 'better-sqlite3';

/** Pages copied between two reports of progress: 16 MB. */
const PAGES = 4_096;

/**
 * Copies a store that a server may be writing, as it is at this moment. The open read keeps that
 * moment while pages are copied, so that the copy is of one transaction and need not begin again
 * with each write; writers wait for nothing. Source: sqlite.org/backup.html, sqlite.org/isolation.html.
 *
 * @param onProgress share that is done, 0 to 1.
 * @throws SqliteError when the file is missing or is no store.
 */
export const copyDatabase = async (
  from: string,
  to: string,
  onProgress: (share: number) => void = () => {},
): Promise<void> => {
  const source = new Database(from, { readonly: true, fileMustExist: true });
  try {
    source.exec('BEGIN');
    source.prepare('SELECT COUNT(*) FROM sqlite_schema').get();
    await source.backup(to, {
      progress: ({ remainingPages, totalPages }) => {
        if (totalPages > 0) onProgress(1 - remainingPages / totalPages);
        return PAGES;
      },
    });
  } finally {
    source.close();
  }
};
