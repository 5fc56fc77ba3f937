/**
 * Lets one person set a password, once: the first admin, somebody new, somebody who forgot. The
 * address holds a secret of which only a hash is kept. All times epoch ms.
 */
export interface OneTimeLink {
  readonly hash: string;
  /** The account it is for; null makes the first admin, who chooses the name. */
  readonly account: string | null;
  readonly expiresAt: number;
}

/** Lifetime of a link, hours: the first admin stands at the console, others read their post. */
export const LINK_HOURS = { firstAdmin: 1, account: 24 } as const;

export const isLinkGood = ({ expiresAt }: OneTimeLink, now: number): boolean => now < expiresAt;

/**
 * The address of a link. The secret stands behind `#`, which no browser sends, so that no proxy's log
 * and no referrer holds it.
 */
export const linkAddress = (origin: string, secret: string): string =>
  `${origin.replace(/\/$/, '')}/login.html#link=${secret}`;
