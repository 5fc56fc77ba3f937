import { fromTimestamp, type ShowStop } from '@throng/contract';
import { useState } from 'react';
import type { Picture } from '../../state/picture.js';
import { lacks, type Session } from '../../state/session.js';
import { pageTexts } from '../../texts/pages.js';
import { showScript } from '../../texts/show-script.js';
import { NameField } from './name-field.js';
import { orderText } from './show-ask.js';
import { useShowAct } from './use-show-act.js';

export interface StoppedShowProps {
  readonly show: ShowStop;
  readonly picture: Picture;
  readonly session: Session | null;
}

/** The show is stopped: who did it, what to say on the radio, and what has to be done, ticked together. */
export const StoppedShow = ({ show, picture, session }: StoppedShowProps) => {
  const words = pageTexts('control').stop;
  const { act, fault, isBusy } = useShowAct();
  const [name, setName] = useState('');
  const { stop } = show;
  if (stop === null) return null;
  const isOpen = session?.kind === 'open';
  const mayAct = session !== null && !lacks(session, 'stop-show');
  const typed = isOpen ? { name } : {};
  const isNamed = !isOpen || name.trim().length > 1;
  const done = stop.checklist.filter((item) => item.done !== null).length;
  return (
    <section className="show-stopped" aria-labelledby="show-stopped-heading">
      <div className="show-head" role="alert">
        <h2 id="show-stopped-heading">{words.stopped}</h2>
        <p>
          {words.since(fromTimestamp(stop.confirmed.at), stop.asked.by, stop.confirmed.by)}
          {' · '}
          {orderText(stop.order, picture)}
        </p>
      </div>
      <details open>
        <summary>{words.checklist(done, stop.checklist.length)}</summary>
        <div className="show-work">
          <div className="show-script">
            <h3>{words.script}</h3>
            {showScript(stop, picture).map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
          <ol className="show-checklist">
            {stop.checklist.map((item, index) => (
              <li key={item.text}>
                <label>
                  <input
                    type="checkbox"
                    checked={item.done !== null}
                    disabled={!mayAct || isBusy || !isNamed}
                    onChange={({ target }) =>
                      act({ kind: 'tick', item: index, done: target.checked, ...typed })
                    }
                  />
                  {item.text}
                </label>
                {item.done === null ? null : (
                  <span className="show-done">
                    {words.done(item.done.by, fromTimestamp(item.done.at))}
                  </span>
                )}
              </li>
            ))}
          </ol>
        </div>
        {show.verified ? null : <p className="note">{words.unverified}</p>}
        {fault === null ? null : <p className="act-fault">{fault}</p>}
        {mayAct ? (
          <form
            className="show-buttons"
            onSubmit={(event) => {
              event.preventDefault();
              void act({ kind: 'ask-resume', ...typed });
            }}
          >
            {isOpen ? <NameField name={name} onName={setName} /> : null}
            {show.ask === null ? (
              <button type="submit" className="button" disabled={isBusy}>
                {words.askResume}
              </button>
            ) : null}
          </form>
        ) : null}
      </details>
    </section>
  );
};
