/** Which time the map shows. What is ahead moves on with the present; the past stands where it was. */
export type TimeView =
  | { readonly kind: 'now' }
  /** Event time, epoch milliseconds. */
  | { readonly kind: 'past'; readonly at: number }
  /** Seconds from now. */
  | { readonly kind: 'ahead'; readonly seconds: number };

export const NOW: TimeView = { kind: 'now' };

/** How far the slider reaches, seconds. */
export const REACH = { past: 4 * 3_600, ahead: 900 } as const;

/** Places on the slider, of which the past has most but the quarter of an hour ahead has room too. */
export const SLIDER = { min: 0, now: 700, max: 1_000 } as const;

/** Places beside "now" that still mean now: nobody should look at the past without meaning to. */
const SNAP = 6;

/** Steps of what can be chosen, seconds. */
const STEP = 30;

/** Seconds from now that a place on the slider stands for; negative is past. */
export const offsetAt = (place: number): number => {
  if (Math.abs(place - SLIDER.now) <= SNAP) return 0;
  const seconds =
    place < SLIDER.now
      ? ((place - SLIDER.now) / (SLIDER.now - SLIDER.min)) * REACH.past
      : ((place - SLIDER.now) / (SLIDER.max - SLIDER.now)) * REACH.ahead;
  return Math.round(seconds / STEP) * STEP;
};

/** The place on the slider of an offset in seconds. */
export const placeOf = (offset: number): number =>
  offset < 0
    ? SLIDER.now + (Math.max(-REACH.past, offset) / REACH.past) * (SLIDER.now - SLIDER.min)
    : SLIDER.now + (Math.min(REACH.ahead, offset) / REACH.ahead) * (SLIDER.max - SLIDER.now);

/** What is looked at, so many seconds from `now` (event time, epoch ms). */
export const viewAt = (offset: number, now: number): TimeView => {
  if (offset === 0) return NOW;
  return offset < 0
    ? { kind: 'past', at: now + offset * 1_000 }
    : { kind: 'ahead', seconds: offset };
};

/** Seconds from `now` to what is looked at. */
export const offsetOf = (view: TimeView, now: number): number => {
  if (view.kind === 'now') return 0;
  return view.kind === 'ahead' ? view.seconds : (view.at - now) / 1_000;
};
