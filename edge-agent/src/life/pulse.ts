/** What tells whether an agent lives, beyond that its process does. */
export interface Pulse {
  /** No frame is with the models for longer than they may take. */
  readonly moving: boolean;
  /** Cameras that give pictures now, of all. */
  readonly running: number;
  readonly cameras: number;
}

/** A pulse as it is left for others to find. */
export interface Heartbeat extends Pulse {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number;
}

/** What is known of one camera's frame with the models. */
export interface Vitals {
  /** When the frame that is with the models was captured; undefined while none is. */
  readonly withModelsSince: number | undefined;
  readonly isRunning: boolean;
  /** Whether the models ever measured a frame of it. */
  readonly wasMeasured: boolean;
}

/** Milliseconds that a look may take: longer than a stuck model thread is waited for. */
const LONGEST_LOOK = 90_000;
/** The first may compile the model for the device. */
const LONGEST_FIRST_LOOK = 660_000;

/** Cameras without pictures do not stop the pulse: a restart would not bring them back. */
export const pulseOf = (cameras: readonly Vitals[], now: number): Pulse => ({
  moving: cameras.every(
    ({ wasMeasured, withModelsSince }) =>
      withModelsSince === undefined ||
      now - withModelsSince <= (wasMeasured ? LONGEST_LOOK : LONGEST_FIRST_LOOK),
  ),
  running: cameras.filter(({ isRunning }) => isRunning).length,
  cameras: cameras.length,
});

/** Milliseconds between two heartbeats. */
export const BEAT_EVERY = 5_000;
const STALE_AFTER = 4 * BEAT_EVERY;

/** Why an agent is not well, or undefined. */
export const sickness = (beat: Heartbeat | undefined, now: number): string | undefined => {
  if (beat === undefined) return 'no agent runs with these settings, or it has not started yet';
  const age = now - beat.at;
  if (age > STALE_AFTER) return `the agent has given no sign for ${Math.round(age / 1_000)} s`;
  return beat.moving ? undefined : 'the models give no answer';
};
