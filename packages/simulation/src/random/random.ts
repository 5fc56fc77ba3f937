/** A stream of pseudo-random numbers: the same seed gives the same stream on every machine. */
export interface Random {
  /** Uniform on [0, 1). */
  next(): number;
  /** Uniform on [low, high). */
  between(low: number, high: number): number;
  /** A whole number, uniform on low … high, both included. */
  whole(low: number, high: number): number;
  chance(probability: number): boolean;
  /** One of the entries, each as likely as the next. @throws RangeError for an empty list. */
  pick<Entry>(entries: readonly Entry[]): Entry;
  /** Normal with mean 0 and standard deviation 1 (Box–Muller, one branch). */
  normal(): number;
}

/** Mixes whole numbers into one 32-bit seed, so that neighbours give unrelated streams (murmur3 finaliser). */
export const mixSeed = (...parts: readonly number[]): number => {
  let hash = 0x9e3779b9;
  for (const part of parts) {
    hash = Math.imul(hash ^ (part | 0), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
};

/**
 * mulberry32: 32 bits of state, period 2³², integer arithmetic only, so bit-equal everywhere.
 * Good enough for a simulated evening; not for secrets. Source: Tommy Ettinger, public domain.
 */
export const createRandom = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number): number => low + (high - low) * next();
  const whole = (low: number, high: number): number => low + Math.floor((high - low + 1) * next());
  return {
    next,
    between,
    whole,
    chance: (probability) => next() < probability,
    pick: (entries) => {
      const entry = entries[whole(0, entries.length - 1)];
      if (entry === undefined) throw new RangeError('Nothing to pick from.');
      return entry;
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
};
