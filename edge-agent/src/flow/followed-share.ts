/** Milliseconds over which it is learnt how well people can be followed. */
const MEMORY = 10_000;

/** Sightings that are taken as followed before any was seen: a lone stranger proves nothing. */
const PRIOR = 2;

/**
 * Share of the people seen who are somebody followed, over the last ten seconds. It falls where
 * frames come too seldom for how fast people move: then nobody's next place can be told.
 */
export class FollowedShare {
  #followed = 0;
  #seen = 0;
  #at: number | undefined;

  /** @param at capture time, ms. */
  next(followed: number, seen: number, at: number): number {
    const kept = this.#at === undefined ? 0 : Math.exp((this.#at - at) / MEMORY);
    this.#at = at;
    this.#followed = kept * this.#followed + followed;
    this.#seen = kept * this.#seen + seen;
    return (this.#followed + PRIOR) / (this.#seen + PRIOR);
  }
}
