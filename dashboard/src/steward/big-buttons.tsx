import type { Alert } from '@throng/contract';
import { lacks } from '../state/session.js';
import { stewardTexts as words } from '../texts/steward.js';
import { useLive, useTaps, useWorld } from './steward-store.js';

/** "On it" takes the alert and answers it in one tap; "Need help" calls the lead. */
export const BigButtons = ({ alert }: { readonly alert: Alert }) => {
  const { session } = useLive();
  const { kept } = useTaps();
  const { courier } = useWorld();
  if (lacks(session, 'handle-alerts')) return null;
  const { acknowledged = null, assignee = null, help } = alert.handling ?? {};
  const isKept = (kind: 'on-it' | 'help') =>
    kept.some((act) => act.alert === alert.id && act.kind === kind);
  const isMine = session !== null && assignee === session.name && acknowledged !== null;
  const isCalled = help !== undefined && acknowledged === null;
  const isCaller = isCalled && help.by === session?.name;
  return (
    <div className="steward-buttons">
      <button
        type="button"
        className="on-it"
        disabled={isMine || isKept('on-it')}
        onClick={() => void courier.tap(alert.id, 'on-it')}
      >
        <strong>{isMine ? words.youAreOnIt : isCaller ? words.manage : words.onIt}</strong>
        {isMine ? null : <span>{isCaller ? words.manageNote : words.onItNote}</span>}
      </button>
      <button
        type="button"
        className="need-help"
        disabled={isCalled || isKept('help')}
        onClick={() => void courier.tap(alert.id, 'help')}
      >
        <strong>{isCalled ? words.helpCalled : words.needHelp}</strong>
        {isCalled ? null : <span>{words.needHelpNote}</span>}
      </button>
    </div>
  );
};
