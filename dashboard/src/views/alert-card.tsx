import { type Alert, fromTimestamp, type VenueDefinition } from '@throng/contract';
import { alertText } from '../texts/alert-text.js';
import { texts } from '../texts/index.js';
import { BandMark } from './band-mark.js';
import { useDispatch } from './dashboard-context.js';

export interface AlertCardProps {
  readonly alert: Alert;
  readonly venue: VenueDefinition;
  /** Event time, epoch milliseconds. */
  readonly now: number;
}

/** What, where, since when and by which numbers: one glance. */
export const AlertCard = ({ alert, venue, now }: AlertCardProps) => {
  const dispatch = useDispatch();
  const { where, what, zone } = alertText(alert, venue, now);
  const raisedAt = fromTimestamp(alert.raisedAt);
  const clearedAt = alert.clearedAt === null ? null : fromTimestamp(alert.clearedAt);
  const since =
    clearedAt === null
      ? texts.alerts.since(raisedAt, (now - raisedAt) / 1_000)
      : texts.alerts.cleared(clearedAt, (clearedAt - raisedAt) / 1_000);
  return (
    <li className={`alert alert-${alert.state} edge-${alert.priority}`}>
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
      <p className="alert-what">{what}</p>
    </li>
  );
};
