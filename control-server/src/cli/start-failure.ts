const REMEDIES: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program uses that port; end it, or set another port in the venue file',
  EACCES: 'that needs rights this user does not have; choose a port above 1023 or another folder',
  EADDRNOTAVAIL: 'this machine does not have that address; check the host in the venue file',
  AUTHORITY: 'mend server.enrolment in the venue file, or make the authority',
  TLS_FILES:
    'mend certFile and keyFile of listen.tls or broker.embedded.tls in the venue file, or renew them',
  SQLITE_CANTOPEN: 'the store cannot be opened; check that its folder exists and is writable',
  SQLITE_NOTADB: 'the store is not a database of this server; move it away',
  NEWER_STORE: 'install that release again, or restore the backup that was made before the upgrade',
  VENUE_VERSION:
    'mend the venue file, or put another version in force with "throng-server venue restore"',
  POSTGRES: 'check server.store.postgres in the venue file, and that the database runs',
  HOUSE_COPY:
    'name another file in server.store.file: the servers of a cluster keep a working copy there',
  SQLITE_CORRUPT: 'the store is damaged; move it away or restore a copy',
};

/** One sentence on why the server did not start, with what mends it. What is not expected is a bug: it throws. */
export const startFailure = (error: unknown): string => {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string')
    throw error;
  const remedy = REMEDIES[error.code];
  if (remedy === undefined) throw error;
  return `throng-server cannot start: ${error.message}: ${remedy}.`;
};
