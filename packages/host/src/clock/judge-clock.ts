/**
 * Milliseconds by which the time of day may part from the steady clock between two readings and is
 * still followed: a clock that is slewed moves by half a millisecond a second (500 ppm), a correction
 * of NTP by fractions of a second. What jumps further was set.
 */
export const STEP_MS = 3_000;

/**
 * Milliseconds after which a time that was set is believed although nobody vouches for it. Long
 * enough for NTP to put right what a hand did wrong, and short against the day that a venue without
 * NTP would otherwise stay in the wrong one.
 */
export const HOLD_MS = 600_000;

/** The time of day was set, and nobody vouches for it yet. */
export interface ClockStep {
  /** Time of day minus steady clock since then, milliseconds. */
  readonly offset: number;
  /** When it was found, by the steady clock. */
  readonly since: number;
}

export interface ClockState {
  /** Believed time minus steady clock, milliseconds. */
  readonly offset: number;
  /** Undefined while the time of day is followed. */
  readonly step: ClockStep | undefined;
}

export type ClockStanding =
  /** The time of day is believed. */
  | { readonly kind: 'followed' }
  /** It is `ahead` ms of the time that is gone on with; negative: behind. */
  | { readonly kind: 'held'; readonly ahead: number }
  /** With this reading the time moved by `by` ms. */
  | { readonly kind: 'taken-over'; readonly by: number };

export interface ClockReading {
  /** The machine's time of day, epoch ms. */
  readonly wall: number;
  /** Milliseconds that pass whatever is done to the time of day; a machine's sleep counts. */
  readonly steady: number;
  /** When the machine last said that its clock is synchronised, by the steady clock. */
  readonly synchronisedAt: number | undefined;
}

export interface JudgedClock {
  readonly state: ClockState;
  /** Epoch ms to go by. */
  readonly time: number;
  readonly standing: ClockStanding;
}

const FOLLOWED = { kind: 'followed' } as const;

/** A program that starts cannot know better than its machine. */
export const startClock = ({
  steady,
  wall,
}: Pick<ClockReading, 'steady' | 'wall'>): ClockState => ({
  offset: wall - steady,
  step: undefined,
});

const follow = (wall: number, steady: number, standing: ClockStanding): JudgedClock => ({
  ...{ state: { offset: wall - steady, step: undefined }, time: wall, standing },
});

/**
 * What time it is. A time of day that jumps against the steady clock is not believed at once: the
 * former time goes on, until the machine says after the jump that it is synchronised, or the jump
 * has stood for `HOLD_MS`. One that jumps back into the former time is followed as if nothing had been.
 *
 * Between two readings that are not a take-over the time moves as the steady clock does, to `STEP_MS`;
 * while it is held, exactly so.
 */
export const judgeClock = (
  state: ClockState,
  { steady, synchronisedAt, wall }: ClockReading,
): JudgedClock => {
  const offset = wall - steady;
  const by = offset - state.offset;
  if (Math.abs(by) <= STEP_MS) return follow(wall, steady, FOLLOWED);
  const { step } = state;
  const isSame = step !== undefined && Math.abs(offset - step.offset) <= STEP_MS;
  const since = isSame ? step.since : steady;
  const isVouchedFor = synchronisedAt !== undefined && synchronisedAt > since;
  if (isVouchedFor || steady - since >= HOLD_MS) {
    return follow(wall, steady, { kind: 'taken-over', by });
  }
  return {
    state: { offset: state.offset, step: { offset, since } },
    time: steady + state.offset,
    standing: { kind: 'held', ahead: by },
  };
};
