import type { AskedEvening } from './asked-evening.js';
import { highest, type PlacePressure, type PressureStretch } from './pressure.js';

/** How the same place did last time. */
export interface LastTime {
  /** Minutes by which the pressure came earlier (below nought) or later; null where it didn't come. */
  readonly shiftMinutes: number | null;
  /** Highest value then; null where nothing was known. */
  readonly peak: number | null;
}

/** What the numbers of one pressed place advise for next time. */
export interface StaffingAdvice {
  readonly place: PlacePressure;
  readonly stretch: PressureStretch;
  /** When relief should stand: epoch seconds of that evening. */
  readonly reliefAt: number;
  /** Another entrance that had room meanwhile, with its highest share in that time. */
  readonly room: { readonly name: string; readonly share: number } | null;
  /** Null where there was no last time, or the place was not known then. */
  readonly last: LastTime | null;
}

/** Rules of advice; the report states them. */
export const ADVICE = {
  /** Relief stands this long before the pressure began, on a full five minutes. */
  aheadSeconds: 900,
  roundSeconds: 300,
  /** A gate that was in use, with at least the first share, and stayed below the second had room. */
  usedShare: 0.05,
  roomShare: 0.5,
} as const;

/** An evening's pressures, and when it began. */
export interface EveningPressure {
  readonly asked: AskedEvening;
  readonly step: number;
  readonly places: readonly PlacePressure[];
}

/** One piece of advice for each place that was pressed, by the time at which it began. */
export const staffingAdvice = (
  now: EveningPressure,
  last: EveningPressure | null,
): StaffingAdvice[] =>
  now.places
    .flatMap((place) => {
      const [stretch] = place.stretches;
      if (stretch === undefined) return [];
      const { aheadSeconds, roundSeconds } = ADVICE;
      const reliefAt = Math.floor((stretch.from - aheadSeconds) / roundSeconds) * roundSeconds;
      const room = roomElsewhere(now, place, stretch);
      return [{ place, stretch, reliefAt, room, last: compare(now, last, place, stretch) }];
    })
    .sort((a, b) => a.stretch.from - b.stretch.from);

const roomElsewhere = (
  { asked, places, step }: EveningPressure,
  pressed: PlacePressure,
  { from, to }: PressureStretch,
): StaffingAdvice['room'] => {
  if (pressed.service !== 'gate') return null;
  const [begin, end] = [(from - asked.from) / step, (to - asked.from) / step];
  const others = places.flatMap(({ id, measure, name, values, zone }) => {
    const share = highest({ values: values.slice(begin, end) });
    // A busy gate is relieved by the one beside it; a full zone is not, by another way into it.
    const leadsThere = pressed.measure === 'density' && zone === pressed.zone;
    const isOther = measure === 'share' && id !== pressed.id && !leadsThere;
    const hasRoom = share !== null && share >= ADVICE.usedShare && share < ADVICE.roomShare;
    return isOther && hasRoom ? [{ name, share }] : [];
  });
  return others.sort((a, b) => a.share - b.share)[0] ?? null;
};

const compare = (
  now: EveningPressure,
  last: EveningPressure | null,
  { id, measure }: PlacePressure,
  stretch: PressureStretch,
): LastTime | null => {
  const place = last?.places.find((each) => each.id === id && each.measure === measure);
  const peak = place === undefined ? null : highest(place);
  if (last === null || place === undefined || peak === null) return null;
  const [then] = place.stretches;
  if (then === undefined) return { peak, shiftMinutes: null };
  const since = stretch.from - now.asked.from - (then.from - last.asked.from);
  return { peak, shiftMinutes: Math.round(since / 60) };
};
