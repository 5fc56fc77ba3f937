import type { Aggravation } from '@throng/contract';
import type { AlertBands, ZoneKind } from '@throng/crowd';
import { loweredLimit, type Mark } from './aggravation/marks.js';
import type { AlertBand } from './alert-band.js';

/** By which limit a band stands. */
export interface PassedLimit {
  /** Persons/m² */
  readonly threshold: number;
  /** What lowered it; none where the density passes the band's own limit. */
  readonly aggravations: readonly Aggravation[];
  /** The lowest limit that holds the band on, persons/m²: what has to be left to clear it. */
  readonly lowest: number;
}

/** By which limit a band stands at a density (null where it is not seen now). */
export const passedLimit = (
  band: AlertBand,
  density: number | null,
  marks: readonly Mark[],
  kind: ZoneKind,
  bands: AlertBands,
): PassedLimit => {
  const own = bands[band];
  const lowered = marks.flatMap((mark) => {
    const limit = loweredLimit(mark, band, kind, bands);
    return limit === undefined ? [] : [{ limit, figure: mark.figure }];
  });
  const lowest = Math.min(own, ...lowered.map(({ limit }) => limit));
  const passesItself = density === null || density >= own;
  if (passesItself || lowered.length === 0) return { threshold: own, aggravations: [], lowest };
  const passed = lowered.filter(({ limit }) => density >= limit);
  const because = passed.length === 0 ? lowered : passed;
  return {
    threshold: Math.min(...because.map(({ limit }) => limit)),
    aggravations: because.map(({ figure }) => figure),
    lowest,
  };
};
