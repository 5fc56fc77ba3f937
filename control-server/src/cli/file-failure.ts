const REMEDIES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder; check its name',
  EISDIR: 'that is a folder; name a file in it',
  ENOTDIR: 'part of that path is a file; name a folder',
  EACCES: 'that needs rights this user does not have; choose another folder',
  EROFS: 'that disk cannot be written; choose another folder',
  ENOSPC: 'the disk is full; make room or choose another',
  SQLITE_CANTOPEN: 'there is no such store, or it cannot be read; check its name',
  SQLITE_NOTADB: 'that is no store of this server',
  SQLITE_ERROR: 'that is no store of this server, or of an older one that has not yet run',
  POSTGRES: 'the database cannot be read; check server.store.postgres in the venue file',
  NEWER_STORE:
    'a newer release has written that store; install it again, or restore the backup that was made before',
  SQLITE_CORRUPT: 'the store is damaged; restore a copy',
};

/** One sentence on why a file could not be read or written, with what mends it. What is not expected is a bug: it throws. */
export const fileFailure = (path: string, error: unknown): string => {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string')
    throw error;
  const remedy = REMEDIES[error.code];
  if (remedy === undefined) throw error;
  return `${path}: ${remedy}`;
};
