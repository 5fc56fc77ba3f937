import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { Refused } from '../../access/access-api.js';
import { faultsIn } from '../../adapters/told-faults.js';
import { texts } from '../../texts/index.js';
import { notificationTexts as words } from '../../texts/notifications.js';
import type { PageProps } from '../page-props.js';
import { useCalendar } from '../use-calendar.js';
import { ChannelTable } from './channel-table.js';
import {
  askState,
  type NotificationState,
  type Rule,
  resetRules,
  saveRules,
} from './notification-shapes.js';
import { RuleFaults } from './rule-faults.js';
import { RuleTable } from './rule-table.js';
import './notifications.css';

/** Whether the channels work, and who is told of what by them: the page of engineers and admins. */
const NotificationsPage = ({ picture }: PageProps) => {
  const [state, setState] = useState<NotificationState | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [news, setNews] = useState<ReactNode>(null);
  const load = useCallback(async () => {
    const answer = await askState();
    if (answer.ok) setState(answer.value);
    setFault(answer.ok ? null : answer.code);
  }, []);
  useEffect(() => void load(), [load]);

  const settle = async (
    asked: ReturnType<typeof askState>,
    rules: readonly Rule[] = [],
  ): Promise<void> => {
    const answer = await asked;
    if (answer.ok) setState(answer.value);
    setNews(answer.ok ? words.saved : <Refusal refused={answer} rules={rules} />);
  };
  // The names of phases that an event has; others go by their ids.
  const calendar = useCalendar();
  const phaseNames = new Map(
    calendar.flatMap(({ phases = [] }) => phases.map(({ id, name }) => [id, name] as const)),
  );
  const phones = new URL('steward.html', document.baseURI).href;
  return (
    <main className="page notifications" id="notifications">
      <header className="page-head">
        <h2>{words.heading}</h2>
        <p className="note">{words.hint}</p>
      </header>
      {fault === null ? null : (
        <p role="alert">{fault === 'not-allowed' ? words.notAllowed : words.unavailable}</p>
      )}
      {state === null ? (
        <p className="note">{fault === null ? texts.page.opening : ''}</p>
      ) : (
        <>
          <section aria-labelledby="channels-heading">
            <h3 id="channels-heading">{words.channels}</h3>
            <ChannelTable channels={state.channels} onTested={load} />
            <p className="note">{words.channelsNote}</p>
            <p>
              {words.phones} <a href={phones}>{phones}</a>
            </p>
          </section>
          <section aria-labelledby="rules-heading">
            <h3 id="rules-heading">{words.rules}</h3>
            <p className="note">
              {state.set === null
                ? words.rulesFrom.file
                : words.rulesFrom.page(state.set.by, Date.parse(state.set.at))}{' '}
              {words.explain}
            </p>
            <RuleTable
              // Rules that came from the server take the place of what was typed.
              key={JSON.stringify(state.rules)}
              rules={state.rules}
              channels={state.channels.map(({ id }) => id)}
              zones={picture.venue.zones}
              phases={state.phases.map((id) => ({ id, name: phaseNames.get(id) ?? id }))}
              canReset={state.set !== null}
              onSave={(rules) => settle(saveRules(rules), rules)}
              onReset={() => settle(resetRules())}
            />
            <div role="status">{news}</div>
          </section>
        </>
      )}
    </main>
  );
};

/** Why the rules stay as they are: what must be mended, or else why nothing could be done. */
const Refusal = ({
  refused: { code, content },
  rules,
}: {
  readonly refused: Refused;
  readonly rules: readonly Rule[];
}) => {
  const faults = faultsIn(content);
  if (faults.length > 0) return <RuleFaults faults={faults} rules={rules} />;
  if (code === 'not-allowed') return words.notAllowed;
  return code === 'unreachable' ? words.unavailable : words.notDone;
};

export default NotificationsPage;
