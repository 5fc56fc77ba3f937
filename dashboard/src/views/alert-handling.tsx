import { type Alert, fromTimestamp } from '@throng/contract';
import { memo } from 'react';
import { texts } from '../texts/index.js';

/** Who has done what about an alert so far. */
export const AlertHandlingLine = memo(
  ({ alert: { handling, state } }: { readonly alert: Alert }) => {
    if (handling === undefined) return null;
    const words = texts.lifecycle;
    const { acknowledged, assignee, comments, help, shelved, unanswered } = handling;
    const isHelpAwaited = help !== undefined && acknowledged === null;
    const facts = [
      acknowledged === null
        ? null
        : words.acknowledged(acknowledged.by, fromTimestamp(acknowledged.at)),
      help === undefined || isHelpAwaited ? null : words.helped(help.by, fromTimestamp(help.at)),
      assignee === null ? null : words.assigned(assignee),
      shelved === null ? null : words.shelved(fromTimestamp(shelved.until), shelved.by),
      state === 'cleared' && acknowledged === null ? words.unacknowledged : null,
    ].filter((fact) => fact !== null);
    const isCalledOut = unanswered > 0 && acknowledged === null;
    return (
      <>
        {isHelpAwaited ? (
          <p className="alert-unanswered">{words.help(help.by, fromTimestamp(help.at))}</p>
        ) : null}
        {isCalledOut ? <p className="alert-unanswered">{words.unanswered(unanswered)}</p> : null}
        {facts.length === 0 ? null : <p className="alert-handling">{facts.join(' · ')}</p>}
        {comments.length === 0 ? null : (
          <ul className="alert-comments">
            {comments.map(({ at, by, text }) => (
              <li key={`${at} ${by}`}>
                <span className="comment-by">{words.said(by, fromTimestamp(at))}</span> {text}
              </li>
            ))}
          </ul>
        )}
      </>
    );
  },
);
