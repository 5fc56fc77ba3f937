/** Time, injected so that a test decides when it passes. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  /** Seconds that the box's time of day, which is not believed, is ahead of this one; undefined while it is followed. */
  readonly heldBy?: number | undefined;
  /** Calls `action` once after `milliseconds`, unless the returned function is called before. */
  after(milliseconds: number, action: () => void): () => void;
}

/** Resolves after `milliseconds`, or at once when `signal` is aborted. */
export const pause = (clock: Clock, milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const wake = () => {
      cancel();
      signal.removeEventListener('abort', wake);
      resolve();
    };
    const cancel = clock.after(milliseconds, wake);
    signal.addEventListener('abort', wake);
  });

/** Calls `action` every `milliseconds` from the next multiple of it on, until `signal` is aborted. */
export const every = (
  clock: Clock,
  milliseconds: number,
  action: () => void,
  signal: AbortSignal,
): void => {
  const next = (): void => {
    if (signal.aborted) return;
    const cancel = clock.after(milliseconds - (clock.now() % milliseconds), () => {
      signal.removeEventListener('abort', cancel);
      action();
      next();
    });
    signal.addEventListener('abort', cancel, { once: true });
  };
  next();
};
