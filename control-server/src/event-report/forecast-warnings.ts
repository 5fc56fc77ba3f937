import type { AlertStory } from './alert-stories.js';
import { firstReason } from './alert-stories.js';
import type { PublishedZone } from './published-evening.js';

/** A warning that a zone would pass its limit, and what became of it. */
export interface JudgedWarning {
  readonly zone: string;
  /** Epoch seconds. */
  readonly warnedAt: number;
  readonly probability: number;
  readonly limit: number;
  /** Until when it was expected, seconds from the warning; null where that was not told. */
  readonly expectedSeconds: number | null;
  /** From the warning to the limit being passed; null where it was not passed in time. */
  readonly leadSeconds: number | null;
}

/** What the warnings of an evening were worth. */
export interface WarningRecord {
  readonly warnings: readonly JudgedWarning[];
  /** Times that a zone passed its limit, as density alerts tell, and those that a warning came before. */
  readonly passings: number;
  readonly foreseen: number;
  /** Median of the leads, seconds; null where none came true. */
  readonly medianLead: number | null;
}

/**
 * Zones that stood at their warning limit for a minute or more, by the counts, while no alert of
 * their density is on record; those below k people are never told. Limits of a phase of its own are
 * not known here: such zones are left out.
 */
export const unalertedZones = (
  zones: readonly PublishedZone[],
  stories: readonly AlertStory[],
): PublishedZone[] => {
  const alerted = new Set(
    stories.flatMap((story) => {
      const reason = firstReason(story);
      return reason?.kind === 'density' ? [reason.zone] : [];
    }),
  );
  return zones.filter(
    ({ bands, cells, definition: { bandsByPhase, id } }) =>
      bandsByPhase === undefined &&
      !alerted.has(id) &&
      cells.some((cell) => cell !== null && cell !== 'few' && (cell.density ?? 0) >= bands.warning),
  );
};

/** Within which a warning must come true, seconds. */
const PATIENCE = 900;

interface Passing {
  readonly zone: string;
  /** When the density began to be above the limit, epoch seconds. */
  readonly at: number;
}

const passingsOf = (stories: readonly AlertStory[]): Passing[] =>
  stories.flatMap((story) => {
    const reason = firstReason(story);
    if (reason?.kind !== 'density') return [];
    return [{ zone: reason.zone, at: story.raisedAt - reason.sustainedSeconds }];
  });

/**
 * Warnings against the alerts of density that followed. A warning came true when the density of its
 * zone passed the limit within 15 minutes, as the alert tells that was raised for it.
 */
export const judgeWarnings = (stories: readonly AlertStory[], from: number): WarningRecord => {
  const passings = passingsOf(stories).filter(({ at }) => at >= from);
  const met = new Set<Passing>();
  const warnings = stories.flatMap((story): JudgedWarning[] => {
    const reason = firstReason(story);
    if (reason?.kind !== 'forecast' || story.raisedAt < from) return [];
    const { expectedSeconds, limit, probability } = reason.passing;
    const { raisedAt } = story;
    const passing = passings.find(
      ({ at, zone }) => zone === reason.zone && at >= raisedAt && at <= raisedAt + PATIENCE,
    );
    if (passing !== undefined) met.add(passing);
    const leadSeconds = passing === undefined ? null : passing.at - raisedAt;
    return [
      { zone: reason.zone, warnedAt: raisedAt, probability, limit, expectedSeconds, leadSeconds },
    ];
  });
  const leads = warnings.flatMap(({ leadSeconds }) => leadSeconds ?? []).sort((a, b) => a - b);
  return {
    warnings,
    passings: passings.length,
    foreseen: met.size,
    medianLead: leads[leads.length >> 1] ?? null,
  };
};
