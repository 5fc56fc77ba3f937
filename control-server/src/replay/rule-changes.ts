import { toTimestamp } from '@throng/contract';
import type { AlertStretch } from './alert-stretches.js';
import { compareAlerts } from './compare-alerts.js';
import type { Period, RuleChange } from './replay-event.js';

const period = (stretch: AlertStretch | null): Period | null =>
  stretch === null
    ? null
    : {
        from: toTimestamp(stretch.from),
        to: stretch.to === null ? null : toTimestamp(stretch.to),
      };

/** What other rules would have changed, with times as text. */
export const ruleChanges = (
  usual: readonly AlertStretch[],
  rehearsed: readonly AlertStretch[],
): RuleChange[] =>
  compareAlerts(usual, rehearsed).map(({ kind, ...change }) => ({
    about: kind,
    ...change,
    usual: period(change.usual),
    rehearsed: period(change.rehearsed),
  }));
