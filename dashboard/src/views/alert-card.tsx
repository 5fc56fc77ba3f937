import { type Alert, fromTimestamp } from '@throng/contract';
import type { Picture } from '../state/picture.js';
import { lacks } from '../state/session.js';
import { alertText } from '../texts/alert-text.js';
import { explanationOf } from '../texts/explanation-text.js';
import { texts } from '../texts/index.js';
import { AlertActions } from './alert-actions.js';
import { AlertHandlingLine } from './alert-handling.js';
import { AlertWhy } from './alert-why.js';
import { BandMark } from './band-mark.js';
import { useDispatch, usePart } from './dashboard-context.js';
import { NamedPassages } from './named-passages.js';

export interface AlertCardProps {
  readonly alert: Alert;
  readonly picture: Picture;
}

/** What, where, since when and by which numbers: one glance. */
export const AlertCard = ({ alert, picture }: AlertCardProps) => {
  const dispatch = useDispatch();
  const session = usePart((state) => state.session);
  const { where, what, zone } = alertText(alert, picture);
  const explanation = explanationOf(alert);
  const raisedAt = fromTimestamp(alert.raisedAt);
  const clearedAt = alert.clearedAt === null ? null : fromTimestamp(alert.clearedAt);
  const since =
    clearedAt === null
      ? texts.alerts.since(raisedAt)
      : texts.alerts.cleared(clearedAt, (clearedAt - raisedAt) / 1_000);
  return (
    <li
      className={`alert alert-${alert.state} alert-${alert.category} edge-${alert.priority}${handledClass(alert)}`}
      data-alert={alert.id}
      tabIndex={-1}
    >
      <div className="alert-head">
        <span className={`chip chip-${alert.priority}`}>
          <BandMark standing={alert.priority} />
          {texts.band[alert.priority]}
        </span>
        {zone === null ? (
          <strong className="alert-where">{where}</strong>
        ) : (
          <button
            type="button"
            className="alert-where"
            onClick={() => dispatch({ type: 'zone-selected', zone })}
          >
            {where}
          </button>
        )}
        <span className="alert-since">{since}</span>
      </div>
      <p className="alert-what">
        <NamedPassages text={what} passages={picture.venue.passages} />
      </p>
      {explanation === undefined ? null : <AlertWhy explanation={explanation} picture={picture} />}
      <AlertHandlingLine alert={alert} />
      {picture.when !== undefined || lacks(session, 'handle-alerts') ? null : (
        <AlertActions alert={alert} me={session?.name ?? null} />
      )}
    </li>
  );
};

/** Whether somebody has seen it, or was called in vain. */
const handledClass = ({ handling, state }: Alert): string => {
  if (handling?.acknowledged != null) return ' is-acknowledged';
  return state === 'active' && (handling?.unanswered ?? 0) > 0 ? ' is-unanswered' : '';
};
