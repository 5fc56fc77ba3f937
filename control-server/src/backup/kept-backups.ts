/** A backup that lies beside others. */
export interface KnownBackup {
  readonly path: string;
  readonly venue: string;
  /** ISO 8601 UTC. */
  readonly madeAt: string;
}

/** Which backups of a venue are too old to be kept: all but its newest `keep`. Those of others stay. */
export const outdatedBackups = (
  known: readonly KnownBackup[],
  venue: string,
  keep: number,
): KnownBackup[] =>
  known
    .filter((backup) => backup.venue === venue)
    .toSorted((a, b) => b.madeAt.localeCompare(a.madeAt))
    .slice(keep);

/** Folder name of a backup: sorts by time, and holds no character that a file system refuses. */
export const backupName = (venue: string, madeAt: string): string =>
  `throng-${venue}-${madeAt.replaceAll(/[:.]/g, '-')}`;
