import { type LevelOfService, levelOfService } from '@throng/crowd';
import type { PublishedEvening, PublishedZone } from './published-evening.js';

/** The most that was counted in the venue; `at` is the begin of the step, epoch seconds. */
export interface VenuePeak {
  readonly persons: number;
  readonly at: number;
  /** Share of the ground that was seen then. */
  readonly coverage: number;
}

export interface ZonePeak {
  readonly zone: PublishedZone;
  /** Null where nobody was ever counted, or too few to be told. */
  readonly peak: {
    readonly density: number;
    readonly persons: number;
    readonly at: number;
    readonly level: LevelOfService;
    readonly coverage: number;
  } | null;
}

/** The step with the most persons; the first of several. */
export const venuePeak = ({ asked, step, totals, zones }: PublishedEvening): VenuePeak | null => {
  let best: { readonly index: number; readonly persons: number } | null = null;
  for (const [index, persons] of totals.entries()) {
    if (persons !== null && (best === null || persons > best.persons)) best = { index, persons };
  }
  if (best === null) return null;
  const { index, persons } = best;
  const ground = zones.reduce((sum, { area }) => sum + area, 0);
  const seen = zones.reduce((sum, { area, cells }) => {
    const cell = cells[index] ?? null;
    return sum + (cell === null ? 0 : area * (cell === 'few' ? 1 : cell.coverage));
  }, 0);
  return { persons, at: asked.from + index * step, coverage: ground === 0 ? 0 : seen / ground };
};

/** Each zone's densest step. */
export const zonePeaks = ({ asked, step, zones }: PublishedEvening): ZonePeak[] =>
  zones.map((zone) => {
    let peak: ZonePeak['peak'] = null;
    for (const [index, cell] of zone.cells.entries()) {
      if (cell === null || cell === 'few' || cell.persons === 0) continue;
      if (peak !== null && cell.density <= peak.density) continue;
      const level = levelOfService(zone.definition.kind, cell.density);
      peak = { ...cell, at: asked.from + index * step, level };
    }
    return { zone, peak };
  });
