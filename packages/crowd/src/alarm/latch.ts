/**
 * A two-state switch with an on-delay and an off-delay, as alarm systems use them (ISA-18.2):
 * it changes only after its condition has held for the whole delay. Times are epoch ms.
 */
export interface Latch {
  readonly on: boolean;
  /** Since when the condition for changing has held; undefined while it does not. */
  readonly pendingSince: number | undefined;
  /** When the condition that led to the present state began to hold; undefined at the start. */
  readonly heldSince: number | undefined;
}

export const latchOff: Latch = { on: false, pendingSince: undefined, heldSince: undefined };
export const latchOn: Latch = { ...latchOff, on: true };

export interface Delays {
  readonly onSeconds: number;
  readonly offSeconds: number;
}

/**
 * What an observation says: `on` asks to be on, `off` asks to be off, `between` is inside the
 * deadband and `unknown` says nothing. The latter two keep the state and start the delays anew.
 */
export type Signal = 'on' | 'off' | 'between' | 'unknown';

/**
 * The latch after an observation at `at`. The first observation starts the delay, so that one
 * alone never changes the state, however long its window is.
 */
export const advanceLatch = (latch: Latch, signal: Signal, at: number, delays: Delays): Latch => {
  const { on, pendingSince } = latch;
  const asksForChange = on ? signal === 'off' : signal === 'on';
  if (!asksForChange)
    return pendingSince === undefined ? latch : { ...latch, pendingSince: undefined };
  if (pendingSince === undefined) return { ...latch, pendingSince: at };
  const delay = on ? delays.offSeconds : delays.onSeconds;
  if (at - pendingSince < delay * 1_000) return latch;
  return { on: !on, pendingSince: undefined, heldSince: pendingSince };
};
