import { type AlertKey, type AlertStretch, alertKey } from './alert-stretches.js';

/** What other rules would have made of an alert. */
export type AlertChange = AlertKey & {
  /** `shorter` and `longer`: it began at the same time and ended at another. */
  readonly change: 'new' | 'gone' | 'earlier' | 'later' | 'shorter' | 'longer';
  /** How much earlier or later it began, or longer or shorter it stood, seconds; null where it has no counterpart or no end. */
  readonly seconds: number | null;
  readonly usual: AlertStretch | null;
  readonly rehearsed: AlertStretch | null;
};

const keyOf = ({ band, kind, zone }: AlertKey): AlertKey => ({ kind, zone, band });

const overlap = (a: AlertStretch, b: AlertStretch): boolean =>
  a.from < (b.to ?? Number.POSITIVE_INFINITY) && b.from < (a.to ?? Number.POSITIVE_INFINITY);

const byKey = (stretches: readonly AlertStretch[]): Map<string, AlertStretch[]> => {
  const groups = new Map<string, AlertStretch[]>();
  for (const stretch of stretches) {
    const key = alertKey(stretch);
    groups.set(key, [...(groups.get(key) ?? []), stretch]);
  }
  return groups;
};

/**
 * What would have changed. An alert is taken for the same one when both stood at once; where one
 * overlaps several, the first is its counterpart and the others are new or gone.
 */
export const compareAlerts = (
  usual: readonly AlertStretch[],
  rehearsed: readonly AlertStretch[],
): AlertChange[] => {
  const rest = byKey(rehearsed);
  const changes = usual.flatMap((before) => {
    const candidates = rest.get(alertKey(before)) ?? [];
    const after = candidates.find((candidate) => overlap(before, candidate));
    if (after === undefined) return [alone(before, 'gone')];
    candidates.splice(candidates.indexOf(after), 1);
    return moved(before, after);
  });
  const added = [...rest.values()].flat().map((after) => alone(after, 'new'));
  const start = ({ rehearsed: after, usual: before }: AlertChange): number =>
    before?.from ?? after?.from ?? 0;
  return [...changes, ...added].sort((a, b) => start(a) - start(b));
};

const alone = (stretch: AlertStretch, change: 'new' | 'gone'): AlertChange => ({
  ...keyOf(stretch),
  change,
  seconds: null,
  usual: change === 'gone' ? stretch : null,
  rehearsed: change === 'new' ? stretch : null,
});

const moved = (before: AlertStretch, after: AlertStretch): AlertChange[] => {
  const shift = (after.from - before.from) / 1_000;
  const both = { ...keyOf(before), usual: before, rehearsed: after };
  if (shift !== 0) {
    return [{ ...both, change: shift < 0 ? 'earlier' : 'later', seconds: Math.abs(shift) }];
  }
  if (before.to === after.to) return [];
  const isShorter = before.to === null || (after.to !== null && after.to < before.to);
  const seconds =
    before.to === null || after.to === null ? null : Math.abs(after.to - before.to) / 1_000;
  return [{ ...both, change: isShorter ? 'shorter' : 'longer', seconds }];
};
