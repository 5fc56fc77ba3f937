import {
  type NoForecastReason,
  toTimestamp,
  type ZoneAhead,
  type ZoneForecast,
} from '@throng/contract';
import { TICK_SECONDS } from '../forecast/horizons.js';
import { advanceWarning, noWarning, WARNS_WITHIN, type WarningLatch } from '../forecast/warning.js';

/** Looks at a zone before anything is told of it, 5 minutes: until then the forecast only guesses. */
export const FIRST_LOOKS = 300 / TICK_SECONDS;

/** How long a warning stands of which nothing new is known: the time it spoke of, and a minute to find back. */
const LASTS_MS = (WARNS_WITHIN + 60) * 1_000;

/** What a warning rests on. */
export type Warned = Pick<ZoneAhead, 'density' | 'passing'>;

/** What one zone's forecast says, and whether it warns. */
export interface ForecastAlarm {
  /** Null before the first look. */
  readonly shown: ZoneForecast | null;
  /** Looks at which enough of the zone was seen, since the forecast began. */
  readonly looks: number;
  readonly latch: WarningLatch;
  /** As last foreseen, and when, epoch ms. */
  readonly warned: Warned | null;
  readonly foreseenAt: number;
}

export const noForecast: ForecastAlarm = {
  shown: null,
  looks: 0,
  latch: noWarning,
  warned: null,
  foreseenAt: Number.NEGATIVE_INFINITY,
};

/** The alarm of a warning that stood when the server stopped. */
export const restoredForecast = (warned: Warned, now: number): ForecastAlarm => ({
  ...noForecast,
  latch: { on: true, held: 0 },
  warned,
  foreseenAt: now,
});

/** What the alarm warns of at `now` (epoch ms); null where it does not, or what it said is over. */
export const standingWarning = (
  { foreseenAt, latch, warned }: ForecastAlarm,
  now: number,
): Warned | null => (latch.on && now - foreseenAt < LASTS_MS ? warned : null);

/** What a look finds of a zone. */
export interface Look {
  readonly zone: string;
  /** Epoch ms. */
  readonly at: number;
  /** Undefined where the forecast failed. */
  readonly ahead: ZoneAhead | undefined;
  /** Whether enough of the zone is seen now. */
  readonly isSeen: boolean;
  /** Whether the zone's density raises an alert already. */
  readonly hasPassed: boolean;
}

/** The alarm after a look. What is not known leaves a warning as it is. */
export const advanceForecast = (
  before: ForecastAlarm,
  { ahead, at, hasPassed, isSeen, zone }: Look,
): ForecastAlarm => {
  // A forecast that failed begins anew and has everything to learn again.
  const looks = ahead === undefined ? 0 : before.looks + (isSeen ? 1 : 0);
  const latch = hasPassed ? noWarning : before.latch;
  const unknownBecause = whyUnknown(ahead, isSeen, looks);
  const shown = { zone, at: toTimestamp(at), unknownBecause };
  if (ahead === undefined || unknownBecause !== null) {
    return { ...before, shown: { ...shown, ahead: null }, looks, latch };
  }
  return {
    shown: { ...shown, ahead },
    looks,
    latch: hasPassed ? noWarning : advanceWarning(latch, ahead.passing.probability),
    warned: { density: ahead.density, passing: ahead.passing },
    foreseenAt: at,
  };
};

const whyUnknown = (
  ahead: ZoneAhead | undefined,
  isSeen: boolean,
  looks: number,
): NoForecastReason | null => {
  if (ahead === undefined) return 'failed';
  if (!isSeen) return 'too-little-seen';
  return looks < FIRST_LOOKS ? 'too-early' : null;
};
