import type { Alert, AlertAct } from '@throng/contract';
import { memo, useState } from 'react';
import { actOn } from '../adapters/alert-acts.js';
import { texts } from '../texts/index.js';
import { CommentForm } from './comment-form.js';

/** Minutes for which an alert can be set aside. */
const SHELF_MINUTES = [5, 15, 30, 60] as const;

interface AlertActionsProps {
  readonly alert: Alert;
  readonly me: string | null;
}

/** What can be done about an alert that stands; a critical one is never shelved. */
export const AlertActions = memo(({ alert, me }: AlertActionsProps) => {
  const [isBusy, setBusy] = useState(false);
  const [isCommenting, setCommenting] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const words = texts.lifecycle;
  const { handling, id, priority, state } = alert;
  const act = async (what: AlertAct) => {
    setBusy(true);
    setFault(await actOn(id, what));
    setBusy(false);
  };
  const isOver = state === 'cleared';
  const isAcknowledged = handling?.acknowledged != null;
  if (isOver && isAcknowledged) return null;
  return (
    <div className="alert-actions">
      {isAcknowledged ? null : (
        <button
          type="button"
          className="button acknowledge"
          disabled={isBusy}
          data-acknowledge={id}
          onClick={() => act({ kind: 'acknowledge' })}
        >
          {words.acknowledge}
        </button>
      )}
      {isOver || me === null || handling?.assignee === me ? null : (
        <button
          type="button"
          className="quiet"
          disabled={isBusy}
          onClick={() => act({ kind: 'assign', to: me })}
        >
          {words.assignToMe}
        </button>
      )}
      <button
        type="button"
        className="quiet"
        data-comment={id}
        onClick={() => setCommenting(!isCommenting)}
      >
        {words.comment}
      </button>
      {isOver || priority === 'critical' || priority === 'emergency' ? null : handling?.shelved ? (
        <button
          type="button"
          className="quiet"
          disabled={isBusy}
          onClick={() => act({ kind: 'unshelve' })}
        >
          {words.unshelve}
        </button>
      ) : (
        <select
          className="quiet"
          aria-label={words.shelve}
          disabled={isBusy}
          value=""
          onChange={({ target }) => act({ kind: 'shelve', minutes: Number(target.value) })}
        >
          <option value="" disabled>
            {words.shelve}
          </option>
          {SHELF_MINUTES.map((minutes) => (
            <option key={minutes} value={minutes}>
              {words.shelveFor(minutes)}
            </option>
          ))}
        </select>
      )}
      {isCommenting ? (
        <CommentForm
          onSend={async (text) => {
            await act({ kind: 'comment', text });
            setCommenting(false);
          }}
          onCancel={() => setCommenting(false)}
        />
      ) : null}
      {fault === null ? null : (
        <p className="act-fault" role="alert">
          {words.fault(fault)}
        </p>
      )}
    </div>
  );
});
