import type { ShowAsk as Ask } from '@throng/contract';
import { useState } from 'react';
import type { Picture } from '../../state/picture.js';
import { lacks, type Session } from '../../state/session.js';
import { nameOf } from '../../texts/name-of.js';
import { pageTexts } from '../../texts/pages.js';
import { NameField } from './name-field.js';
import { useShowAct } from './use-show-act.js';

/** Somebody asks: everybody sees for how long, and whoever else may confirms. */
export const ShowAsk = ({
  ask,
  picture,
  session,
}: {
  readonly ask: Ask;
  readonly picture: Picture;
  readonly session: Session | null;
}) => {
  const words = pageTexts('control').stop;
  const { act, fault, isBusy } = useShowAct();
  const [name, setName] = useState('');
  const isOpen = session?.kind === 'open';
  const isMine = !isOpen && session?.name === ask.by;
  const mayAct = session !== null && !lacks(session, 'stop-show');
  const typed = isOpen ? { name } : {};
  const left = Math.max(0, (Date.parse(ask.lapsesAt) - picture.at) / 1_000);
  return (
    <section className="show-ask" role="alert">
      <div>
        <strong>{ask.order === null ? words.asksToResume(ask.by) : words.asks(ask.by)}</strong>{' '}
        <span className="show-left">{words.lapsesIn(left)}</span>
        {ask.order === null ? null : <p>{orderText(ask.order, picture)}</p>}
        {isOpen ? <p className="note">{words.unverified}</p> : null}
        {fault === null ? null : <p className="act-fault">{fault}</p>}
      </div>
      {mayAct ? (
        <form
          className="show-buttons"
          onSubmit={(event) => {
            event.preventDefault();
            void act({ kind: 'confirm', ask: ask.at, ...typed });
          }}
        >
          {isOpen ? <NameField name={name} onName={setName} /> : null}
          {isMine ? (
            <span>{words.waiting}</span>
          ) : (
            <button type="submit" className="button show-confirm" disabled={isBusy}>
              {ask.order === null ? words.confirmResume : words.confirmStop}
            </button>
          )}
          {isMine || isOpen ? (
            <button
              type="button"
              className="button"
              disabled={isBusy}
              onClick={() => act({ kind: 'withdraw', ask: ask.at, ...typed })}
            >
              {words.withdraw}
            </button>
          ) : null}
        </form>
      ) : null}
    </section>
  );
};

/** Why, where and in whose words. */
export const orderText = (
  { note, reason, zones }: NonNullable<Ask['order']>,
  { venue }: Pick<Picture, 'venue'>,
): string => {
  const words = pageTexts('control').stop;
  const where = zones.map((zone) => nameOf(venue.zones, zone)).join(', ');
  return words.because(words.reason[reason], where === '' ? words.wholeVenue : where, note);
};
