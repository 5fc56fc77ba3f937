import { type Alert, type Explanation, fromTimestamp } from '@throng/contract';

/** Why an alert of a crowd stands, as far as it is known, and which incident it belongs to. */
export interface AlertCause {
  readonly explanation: Explanation | undefined;
  readonly incident: string | undefined;
}

/** An explanation is told anew no sooner, milliseconds: nobody reads faster, and each is kept. */
export const EXPLAINED_EVERY = 30_000;

const toldIn = ({ reason }: Alert): Explanation | undefined =>
  'explanation' in reason ? reason.explanation : undefined;

/** The alert with what is known of its cause; else with what was told when it stood `before`. */
export const withCause = (alert: Alert, cause: AlertCause | undefined, before?: Alert): Alert => {
  if (cause === undefined) return alert;
  const { explanation = before && toldIn(before), incident } = cause;
  const { reason } = alert;
  const isCrowd = reason.kind === 'density' || reason.kind === 'forecast';
  return {
    ...alert,
    ...(incident === undefined ? {} : { incident }),
    reason: isCrowd && explanation !== undefined ? { ...reason, explanation } : reason,
  };
};

/**
 * The alert that stands, with a cause that was not told yet: at once where it had none or belongs to another
 * incident now, else every 30 s. Undefined where there is nothing to tell.
 */
export const explainedAnew = (alert: Alert, cause: AlertCause | undefined): Alert | undefined => {
  if (cause === undefined) return undefined;
  const { explanation, incident } = cause;
  const told = toldIn(alert);
  const age =
    explanation === undefined || explanation.at === told?.at
      ? 0
      : told === undefined
        ? Number.POSITIVE_INFINITY
        : fromTimestamp(explanation.at) - fromTimestamp(told.at);
  const isMoved = incident !== undefined && incident !== alert.incident;
  return isMoved || age >= EXPLAINED_EVERY ? withCause(alert, cause) : undefined;
};

/** Changes of what people have done about an alert; the alert itself stays as it was. */
const HANDLED: ReadonlySet<string> = new Set([
  'acknowledged',
  'assigned',
  'commented',
  'shelved',
  'unshelved',
  'unanswered',
  'help-called',
]);

/**
 * When a change of an alert came about: an explanation and what people do change nothing of the
 * alert itself, and have times of their own.
 */
export const timeOf = (kind: string, alert: Alert): string => {
  const own = kind === 'explained' ? toldIn(alert)?.at : undefined;
  const handled = HANDLED.has(kind) ? (alert.handling?.at ?? undefined) : undefined;
  return own ?? handled ?? alert.changedAt;
};
