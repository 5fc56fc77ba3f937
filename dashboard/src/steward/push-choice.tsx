import { useEffect, useState } from 'react';
import { stewardTexts as words } from '../texts/steward.js';
import { type PushState, pushState, switchPushOff, switchPushOn, testPush } from './push.js';

/** A clear question, asked by the page before the browser asks; the browser's own comes with the yes. */
export const PushChoice = () => {
  const [state, setState] = useState<PushState | null>(null);
  const [news, setNews] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => void pushState().then(setState), []);
  const act = (what: () => Promise<string | null>, done: string | null) => async () => {
    setBusy(true);
    const code = await what();
    setNews(code === null ? done : words.fault(code));
    setState(await pushState());
    setBusy(false);
  };
  return (
    <section aria-labelledby="push-heading">
      <h2 id="push-heading">{words.push.heading}</h2>
      {state === 'off' ? (
        <>
          <p>{words.push.question}</p>
          <p className="note">{words.push.note}</p>
          <button
            type="button"
            className="steward-button is-main"
            disabled={isBusy}
            onClick={act(switchPushOn, null)}
          >
            {words.push.yes}
          </button>
        </>
      ) : null}
      {state === 'on' ? (
        <>
          <p>{words.push.on}</p>
          <div className="steward-tests">
            <button
              type="button"
              className="steward-button"
              disabled={isBusy}
              onClick={act(testPush, words.push.tested)}
            >
              {words.push.test}
            </button>
            <button
              type="button"
              className="steward-button"
              disabled={isBusy}
              onClick={act(async () => {
                await switchPushOff();
                return null;
              }, null)}
            >
              {words.push.off}
            </button>
          </div>
        </>
      ) : null}
      {state === 'denied' ? <p>{words.push.denied}</p> : null}
      {state === 'unsupported' ? <p>{words.push.unsupported}</p> : null}
      <p role="status">{news}</p>
    </section>
  );
};
