/** The time of day, injected so that a test or a replay can set it. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  /** Seconds that the machine's time of day, which is not believed, is ahead of this one; undefined while it is followed. */
  readonly heldBy?: number | undefined;
}

/** Something that happens again and again; a test makes it happen when it likes. */
export interface Timer {
  /**
   * Calls `action` every `milliseconds` until the returned function is called. With a `phase`, each
   * call comes so many milliseconds after a multiple of `milliseconds` of the time of day.
   */
  every(milliseconds: number, action: () => void, phase?: number): () => void;
}
