/** Where the page stands with the server. */
export interface Connection {
  readonly phase: ConnectionPhase;
  /** Wall time at which the picture was last renewed, epoch milliseconds. */
  readonly heardAt: number | null;
  /** Wall time of the next attempt, while waiting for one. */
  readonly retryAt: number | null;
  /** Connections lost and gaps found since the page was opened. */
  readonly losses: number;
  readonly gaps: number;
  /** Messages that broke the contract, and what was wrong with the last one. */
  readonly refused: { readonly count: number; readonly last: string | null };
}

/**
 * `connecting` until the first message of an attempt; `live`; `gap` once a number is missing, so
 * that the socket must be opened anew (SPEC LV4); `waiting` for the next attempt.
 */
export type ConnectionPhase = 'connecting' | 'live' | 'gap' | 'waiting';

export const notYetConnected: Connection = {
  phase: 'connecting',
  heardAt: null,
  retryAt: null,
  losses: 0,
  gaps: 0,
  refused: { count: 0, last: null },
};

/** Seconds without news after which the age is stressed, and after which the picture is greyed. */
export const AGEING_AFTER = 3;
export const OUTDATED_AFTER = 6;

export type Freshness = 'none' | 'fresh' | 'ageing' | 'outdated';

/** Age of the picture in whole seconds of wall time; null before the first one. */
export const pictureAge = ({ heardAt }: Connection, now: number): number | null =>
  heardAt === null ? null : Math.max(0, Math.floor((now - heardAt) / 1_000));

/** How far the picture may be trusted, by its age alone: an open socket proves nothing. */
export const freshness = (connection: Connection, now: number): Freshness => {
  const age = pictureAge(connection, now);
  if (age === null) return 'none';
  if (age >= OUTDATED_AFTER) return 'outdated';
  return age >= AGEING_AFTER ? 'ageing' : 'fresh';
};
