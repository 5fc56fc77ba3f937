import { useState } from 'react';
import { changeRollout, type ToldRollout } from '../../adapters/boxes.js';
import { texts } from '../../texts/index.js';
import { pageTexts } from '../../texts/pages.js';
import { wordsFor } from '../../texts/words-for.js';

const words = pageTexts('boxes');
const { colon } = texts.punctuation;

/** What became of each box of a rollout, or that it tries the model now, or waits. */
const stopWords = ({ outcomes, state, stops }: ToldRollout): string[] =>
  stops.map(({ camera, edge }, index) => {
    const ended = outcomes[index];
    if (ended !== undefined) {
      const { outcome, reason } = ended;
      const why = reason === undefined ? '' : ` (${wordsFor(words.reason, reason) ?? reason})`;
      return `${edge}${colon}${wordsFor(words.stage, outcome) ?? outcome}${why}`;
    }
    const isPresent = index === outcomes.length && state === 'running';
    return `${edge}/${camera}${colon}${isPresent ? words.trying : words.waiting}`;
  });

/** One rollout, and what can be done about it. An abort asks once more: it changes every box. */
export const RolloutCard = ({
  onChanged,
  rollout,
}: {
  readonly rollout: ToldRollout;
  readonly onChanged: () => void;
}) => {
  const [asks, setAsks] = useState(false);
  const [failed, setFailed] = useState(false);
  const { model, number, startedAt, startedBy, state } = rollout;
  const change = async (next: 'running' | 'paused' | 'aborted'): Promise<void> => {
    setAsks(false);
    const done = await changeRollout(number, next);
    setFailed(!done.ok);
    onChanged();
  };
  const isUnderWay = state === 'running' || state === 'paused';
  const name = words.rollout(number, model);
  return (
    <li className="rollout" aria-label={name}>
      <p>
        <strong>{name}</strong>{' '}
        <span className={state === 'failed' ? 'lamp-word ill' : 'lamp-word'}>
          {wordsFor(words.rolloutState, state) ?? state}
        </span>{' '}
        <small>{words.by(startedBy, Date.parse(startedAt))}</small>
      </p>
      <ul>
        {stopWords(rollout).map((said) => (
          <li key={said}>{said}</li>
        ))}
      </ul>
      {isUnderWay ? (
        <p className="rollout-acts">
          <button
            type="button"
            className="button"
            onClick={() => void change(state === 'running' ? 'paused' : 'running')}
          >
            {state === 'running' ? words.pause : words.resume}
          </button>
          {asks ? (
            <>
              <span>{words.abortAsk}</span>
              <button type="button" className="button" onClick={() => void change('aborted')}>
                {words.abortSure}
              </button>
              <button type="button" className="button" onClick={() => setAsks(false)}>
                {words.keep}
              </button>
            </>
          ) : (
            <button type="button" className="button" onClick={() => setAsks(true)}>
              {words.abort}
            </button>
          )}
        </p>
      ) : null}
      <p role="status">{failed ? words.notDone : ''}</p>
    </li>
  );
};
