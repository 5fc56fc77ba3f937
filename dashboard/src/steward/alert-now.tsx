import { type Alert, fromTimestamp } from '@throng/contract';
import type { Picture } from '../state/picture.js';
import { alertText } from '../texts/alert-text.js';
import { explanationOf, explanationText } from '../texts/explanation-text.js';
import { texts } from '../texts/index.js';
import { stewardTexts as words } from '../texts/steward.js';
import { BandMark } from '../views/band-mark.js';

/** What it is, where, why in one sentence, what helps, and who is at it. */
export const AlertNow = ({
  alert,
  picture,
}: {
  readonly alert: Alert;
  readonly picture: Picture;
}) => {
  const { what, where } = alertText(alert, picture);
  const explanation = explanationOf(alert);
  const [remedy] = explanation === undefined ? [] : explanationText(explanation, picture).remedies;
  const { acknowledged = null, assignee = null, help } = alert.handling ?? {};
  return (
    <article className={`steward-alert edge-${alert.priority}`} data-alert={alert.id}>
      <p className={`steward-band chip-${alert.priority}`}>
        <BandMark standing={alert.priority} />
        {texts.band[alert.priority]}
        <span className="since">{words.since(fromTimestamp(alert.raisedAt))}</span>
      </p>
      <h2>{where}</h2>
      <p className="steward-reason">{what}</p>
      {remedy === undefined ? null : (
        <p className="steward-helps">
          <strong>{words.helps}</strong>
          {remedy}
        </p>
      )}
      {assignee === null ? null : <p className="steward-who-is">{words.someoneIsOnIt(assignee)}</p>}
      {help === undefined ? null : (
        <p className="steward-who-is">
          {words.helpBy(help.by, fromTimestamp(help.at))}
          {acknowledged === null ? null : `. ${words.helpSeen(acknowledged.by)}`}
        </p>
      )}
    </article>
  );
};
