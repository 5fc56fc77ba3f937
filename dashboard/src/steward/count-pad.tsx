import type { Picture } from '../state/picture.js';
import { nameOf } from '../texts/name-of.js';
import { stewardTexts as words } from '../texts/steward.js';
import type { Clicker } from './clicker.js';

interface CountPadProps {
  readonly clicker: Clicker;
  readonly picture: Picture;
  readonly now: number;
  readonly onClick: (which: 'first' | 'second', by: 1 | -1) => void;
  readonly onStop: () => void;
  readonly onSend: () => void;
  readonly onDiscard: () => void;
}

/** Two buttons as large as the phone allows: one is tapped without looking at it. */
export const CountPad = (props: CountPadProps) => {
  const { clicker, now, onDiscard, onSend, onStop, picture } = props;
  const isRunning = clicker.stoppedAt === null;
  const seconds =
    ((clicker.stoppedAt ?? Math.max(now, clicker.startedAt)) - clicker.startedAt) / 1_000;
  const { passages, zones } = picture.venue;
  const { id, kind } = clicker.place;
  return (
    <main className="steward-main steward-pad">
      <h2>
        {kind === 'zone'
          ? words.count.zone(nameOf(zones, id))
          : words.count.passage(nameOf(passages, id))}
      </h2>
      <p>{isRunning ? words.count.running(seconds) : words.count.stopped(seconds)}</p>
      {kind === 'zone' ? <ZonePad {...props} /> : <PassagePad {...props} />}
      <div className="steward-pad-end">
        {isRunning ? (
          <button type="button" className="steward-button is-large" onClick={onStop}>
            {words.count.stop}
          </button>
        ) : (
          <>
            <button type="button" className="steward-button is-main" onClick={onSend}>
              {words.count.send}
            </button>
            <button type="button" className="steward-button" onClick={onDiscard}>
              {words.count.discard}
            </button>
          </>
        )}
      </div>
    </main>
  );
};

const ZonePad = ({ clicker, onClick }: CountPadProps) => {
  const isStopped = clicker.stoppedAt !== null;
  return (
    <>
      <output className="steward-total">{clicker.first}</output>
      <div className="steward-pad-buttons">
        <button
          type="button"
          className="pad"
          aria-label={words.count.minus}
          disabled={isStopped || clicker.first === 0}
          onClick={() => onClick('first', -1)}
        >
          −
        </button>
        <button
          type="button"
          className="pad is-plus"
          aria-label={words.count.plus}
          disabled={isStopped}
          onClick={() => onClick('first', 1)}
        >
          +
        </button>
      </div>
    </>
  );
};

const PassagePad = ({ clicker, onClick, picture }: CountPadProps) => {
  const { passages, zones } = picture.venue;
  const passage = passages.find(({ id }) => id === clicker.place.id);
  const name = (end: string | undefined): string =>
    end === undefined || end === 'outside' ? words.count.outside : nameOf(zones, end);
  const ways = [
    { which: 'second', place: name(passage?.from) },
    { which: 'first', place: name(passage?.to) },
  ] as const;
  const isStopped = clicker.stoppedAt !== null;
  return (
    <div className="steward-pad-buttons">
      {ways.map(({ place, which }) => (
        <div key={which} className="steward-way">
          <output>{clicker[which]}</output>
          <button
            type="button"
            className="pad is-plus"
            disabled={isStopped}
            onClick={() => onClick(which, 1)}
          >
            + <span>{words.count.towards(place)}</span>
          </button>
          <button
            type="button"
            className="steward-button"
            disabled={isStopped || clicker[which] === 0}
            aria-label={words.count.undo(place)}
            onClick={() => onClick(which, -1)}
          >
            − 1
          </button>
        </div>
      ))}
    </div>
  );
};
