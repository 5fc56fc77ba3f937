import type { ZoneState } from '@throng/contract';
import type { ZoneRow } from './zone-order.js';

/** Coverage from which a zone counts as wholly seen: the rest is rounding of drawn corners. */
export const WHOLLY_SEEN = 0.995;

export const isPartial = ({ coverage, reading }: ZoneState): boolean =>
  reading !== null && coverage < WHOLLY_SEEN;

/** The venue in one line, and what that line rests on. */
export interface VenueSummary {
  /** Σ persons of the measured zones; null when none is measured. */
  readonly persons: number | null;
  /** √Σσ², taking the zones' errors as independent; null when none is measured. */
  readonly sigma: number | null;
  readonly zones: number;
  readonly measured: number;
  readonly partial: readonly ZoneRow[];
  readonly unknown: readonly ZoneRow[];
}

export const venueSummary = (rows: readonly ZoneRow[]): VenueSummary => {
  const readings = rows.flatMap(({ state }) => (state.reading === null ? [] : [state.reading]));
  const isKnown = readings.length > 0;
  return {
    persons: isKnown ? readings.reduce((sum, { persons }) => sum + persons, 0) : null,
    sigma: isKnown ? Math.hypot(...readings.map(({ sigma }) => sigma)) : null,
    zones: rows.length,
    measured: readings.length,
    partial: rows.filter(({ state }) => isPartial(state)),
    unknown: rows.filter(({ state }) => state.reading === null),
  };
};

/** Is everything seen, so that a count is the count and not a lower bound? */
export const isComplete = ({ partial, unknown }: VenueSummary): boolean =>
  partial.length === 0 && unknown.length === 0;
