import type { AlertBands, Signal } from '@throng/crowd';
import type { CrowdSeen } from './aggravation/aggravating.js';
import { loweredLimit, type Mark } from './aggravation/marks.js';
import { type AlertBand, releaseDensity } from './alert-band.js';
import type { AlertRules } from './alert-rules.js';

/** What is known of a zone's crowd at one time. */
export interface CrowdObservation {
  /** Over the ground that is measured; null when none is. */
  readonly crowd: CrowdSeen | null;
  /** Capture time, epoch ms. */
  readonly at: number;
  /**
   * Part of the ground is not measured any more. What is left can raise an alert, but not clear
   * one: the crowd may stand where nobody looks.
   */
  readonly partlyLost: boolean;
}

/** Of several signals, the strongest is what a latch is asked. */
const STRENGTH: Readonly<Record<Signal, number>> = { off: 0, unknown: 1, between: 2, on: 3 };

const stronger = (a: Signal, b: Signal): Signal => (STRENGTH[a] >= STRENGTH[b] ? a : b);

/**
 * What an observation asks of a band's latch: by the band's own limit, and by the lower ones of
 * the aggravations that last. One of which nothing is known now neither raises nor clears.
 */
export const bandSignal = (
  band: AlertBand,
  { crowd, partlyLost }: Pick<CrowdObservation, 'crowd' | 'partlyLost'>,
  marks: readonly Mark[],
  bands: AlertBands,
  rules: AlertRules,
): Signal => {
  if (crowd === null) return 'unknown';
  const { density, kind } = crowd;
  let signal = signalAt(bands[band], density, partlyLost, rules);
  for (const mark of marks) {
    const limit = loweredLimit(mark, band, kind, bands);
    if (limit === undefined) continue;
    const asked = signalAt(limit, density, partlyLost, rules);
    signal = stronger(signal, asked === 'on' && !mark.isKnown ? 'unknown' : asked);
  }
  return signal;
};

/** What a density asks of a latch with one limit, persons/m². */
const signalAt = (
  limit: number,
  density: number,
  partlyLost: boolean,
  rules: AlertRules,
): Signal => {
  if (density >= limit) return 'on';
  if (density >= releaseDensity(limit, rules)) return 'between';
  return partlyLost ? 'unknown' : 'off';
};
