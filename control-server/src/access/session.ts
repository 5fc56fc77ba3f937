/** A browser that is logged in. The cookie holds the id; only its hash is kept. All times epoch ms. */
export interface Session {
  readonly hash: string;
  readonly account: string;
  readonly createdAt: number;
  /** When it was last used; an open live channel uses it. */
  readonly seenAt: number;
}

export interface SessionLimits {
  /** A session unused for so long has ended. */
  readonly idleHours: number;
  /** However much it is used, it ends then. */
  readonly absoluteHours: number;
}

const HOUR_MS = 3_600_000;

/** When it ends if it is not used again. */
export const sessionEnd = (
  { createdAt, seenAt }: Session,
  { idleHours, absoluteHours }: SessionLimits,
): number => Math.min(seenAt + idleHours * HOUR_MS, createdAt + absoluteHours * HOUR_MS);

export const isSessionOver = (session: Session, limits: SessionLimits, now: number): boolean =>
  now >= sessionEnd(session, limits);

/** Its use is written at most once in so many milliseconds. */
const SEEN_STEP_MS = 60_000;

export const shouldTouch = ({ seenAt }: Session, now: number): boolean =>
  now - seenAt >= SEEN_STEP_MS;
