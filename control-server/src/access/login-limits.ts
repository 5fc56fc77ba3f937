/** Failures of one account, or from one address. */
interface Failures {
  readonly count: number;
  /** Epoch ms of the last one. */
  readonly at: number;
}

/** Failed log-ins; a value, so that a whole night of attacks is tested in a moment. */
export interface LoginLimits {
  readonly accounts: ReadonlyMap<string, Failures>;
  readonly addresses: ReadonlyMap<string, Failures>;
  /** Failures of an account from an address that it has logged in from. */
  readonly pairs: ReadonlyMap<string, Failures>;
}

export interface LoginAttempt {
  readonly account: string;
  /** Where it comes from; see `addressKey`. */
  readonly address: string;
}

/**
 * The n-th failure beyond the free ones delays the next attempt by 2ⁿ seconds, up to a longest delay.
 * An account's is short: whoever attacks it may slow its owner down, and never lock it for good. From
 * an address that has logged in before, the owner is not slowed at all by what others do elsewhere.
 */
const RULES = {
  accounts: { free: 4, longestSeconds: 30 },
  addresses: { free: 10, longestSeconds: 900 },
  pairs: { free: 4, longestSeconds: 30 },
} as const;

const FORGOTTEN_AFTER_MS = 3_600_000;
/** Keys remembered per table; DROP_OLDEST. */
const MAX_KEYS = 10_000;

export const noFailures: LoginLimits = {
  accounts: new Map(),
  addresses: new Map(),
  pairs: new Map(),
};

const pairKey = ({ account, address }: LoginAttempt): string => `${account} ${address}`;

const waitOf = (
  failures: Failures | undefined,
  { free, longestSeconds }: (typeof RULES)[keyof typeof RULES],
  now: number,
): number => {
  if (failures === undefined || failures.count < free) return 0;
  if (now - failures.at >= FORGOTTEN_AFTER_MS) return 0;
  const delay = Math.min(longestSeconds, 2 ** Math.min(failures.count - free, 20)) * 1_000;
  return Math.max(0, failures.at + delay - now);
};

/** Whether the account has logged in from there before: it is its owner rather than a guess. */
export const isKnownPair = ({ pairs }: LoginLimits, attempt: LoginAttempt): boolean =>
  pairs.has(pairKey(attempt));

/** Milliseconds until this attempt may be made; 0 is now. An attempt made too early is not looked at. */
export const loginWait = (limits: LoginLimits, attempt: LoginAttempt, now: number): number => {
  const known = limits.pairs.get(pairKey(attempt));
  return known === undefined
    ? Math.max(
        waitOf(limits.accounts.get(attempt.account), RULES.accounts, now),
        waitOf(limits.addresses.get(attempt.address), RULES.addresses, now),
      )
    : waitOf(known, RULES.pairs, now);
};

const counted = (
  table: ReadonlyMap<string, Failures>,
  key: string,
  now: number,
): ReadonlyMap<string, Failures> => {
  const before = table.get(key);
  const isOld = before === undefined || now - before.at >= FORGOTTEN_AFTER_MS;
  const next = new Map(table);
  next.delete(key);
  next.set(key, { count: isOld ? 1 : before.count + 1, at: now });
  return withoutOldest(next);
};

const withoutOldest = (table: Map<string, Failures>): Map<string, Failures> => {
  const [oldest] = table.keys();
  if (table.size > MAX_KEYS && oldest !== undefined) table.delete(oldest);
  return table;
};

/**
 * Counts an attempt that may be made now. It stands as failed until it proves right, so that a
 * hundred at once are as slow as a hundred in a row.
 */
export const withAttempt = (
  limits: LoginLimits,
  attempt: LoginAttempt,
  now: number,
): LoginLimits => {
  const pair = pairKey(attempt);
  const addresses = counted(limits.addresses, attempt.address, now);
  return limits.pairs.has(pair)
    ? { ...limits, addresses, pairs: counted(limits.pairs, pair, now) }
    : { ...limits, addresses, accounts: counted(limits.accounts, attempt.account, now) };
};

const takenBack = (
  table: ReadonlyMap<string, Failures>,
  key: string,
): ReadonlyMap<string, Failures> => {
  const before = table.get(key);
  if (before === undefined) return table;
  const next = new Map(table);
  if (before.count <= 1) next.delete(key);
  else next.set(key, { ...before, count: before.count - 1 });
  return next;
};

/**
 * An attempt that was counted has proved right: its own count is taken back, what others failed at
 * stays, and the account knows the address from now on.
 */
export const withSuccess = (
  limits: LoginLimits,
  attempt: LoginAttempt,
  now: number,
): LoginLimits => {
  const pair = pairKey(attempt);
  const pairs = new Map(limits.pairs);
  const isKnown = pairs.delete(pair);
  pairs.set(pair, { count: 0, at: now });
  return {
    accounts: isKnown ? limits.accounts : takenBack(limits.accounts, attempt.account),
    addresses: takenBack(limits.addresses, attempt.address),
    pairs: withoutOldest(pairs),
  };
};

/** One subscriber's addresses are one: all of an IPv4 address, the first 64 bits of an IPv6 one. */
export const addressKey = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: missing }, () => '0'), ...after];
  return `${groups.slice(0, 4).join(':')}::/64`;
};
