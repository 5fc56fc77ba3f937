import { type FleetFault, fromTimestamp, type VenueDefinition } from '@throng/contract';
import type { FleetVersion, FleetVersionHead } from './fleet-version.js';
import type { HeardReport } from './heard-report.js';

/** How a box stands to what it was told to do. */
export type Standing =
  /** It was never told anything. */
  | { readonly kind: 'own-settings' }
  /** It has not answered the newest version yet, since then (epoch ms). */
  | { readonly kind: 'pending'; readonly since: number }
  | { readonly kind: 'applied' }
  | { readonly kind: 'partly' | 'refused'; readonly faults: readonly FleetFault[] };

/**
 * Holds what a box was told against what it says. An answer without a version, as to a document whose
 * signature it does not trust, counts for the newest version where it came after it.
 */
export const standingOf = (
  desired: FleetVersionHead | undefined,
  heard: HeardReport | undefined,
): Standing => {
  if (desired === undefined) return { kind: 'own-settings' };
  const { answer, version } = heard?.report ?? {};
  const isAnswered =
    answer !== undefined &&
    (answer.version === undefined
      ? fromTimestamp(answer.at) >= desired.savedAt
      : answer.version === desired.version);
  if (isAnswered && answer.outcome !== 'applied') {
    return { kind: answer.outcome, faults: answer.faults };
  }
  if (version === desired.version) return { kind: 'applied' };
  return { kind: 'pending', since: desired.savedAt };
};

/** A box, what it was told and what it says. */
export interface BoxView {
  readonly edge: string;
  readonly desired: FleetVersion | undefined;
  readonly heard: HeardReport | undefined;
  readonly standing: Standing;
}

/** All boxes of a venue, and those that were told something, by their ids. */
export const boxesOf = (
  { cameras }: VenueDefinition,
  newest: readonly FleetVersion[],
  reports: readonly HeardReport[],
): BoxView[] => {
  const desired = new Map(newest.map((version) => [version.edge, version]));
  const heardOf = new Map(reports.map((heard) => [heard.report.edge, heard]));
  const edges = new Set([...cameras.map(({ edge }) => edge), ...desired.keys()]);
  return [...edges].toSorted().map((edge) => {
    const [told, heard] = [desired.get(edge), heardOf.get(edge)];
    return { edge, desired: told, heard, standing: standingOf(told, heard) };
  });
};
