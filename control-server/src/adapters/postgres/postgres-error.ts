/** Why a server cannot work with its database; `startFailure` and `fileFailure` tell the remedy. */
export class PostgresError extends Error {
  readonly code = 'POSTGRES';
}
