import { useState } from 'react';
import { eventNow } from '../state/event-time.js';
import type { Picture } from '../state/picture.js';
import { lacks } from '../state/session.js';
import { stewardTexts as words } from '../texts/steward.js';
import { type Clicker, clicked, sentCount, startClicker, stopped } from './clicker.js';
import { CountList } from './count-list.js';
import { CountPad } from './count-pad.js';
import { useLive, useWorld } from './steward-store.js';
import { useHandCounts } from './use-hand-counts.js';

/** Counting by hand: choose, start, tap, stop, send; then how the cameras did in that time. */
export const CountPage = ({
  isShown,
  picture,
}: {
  readonly picture: Picture;
  readonly isShown: boolean;
}) => {
  const state = useLive();
  const { live } = useWorld();
  const { session } = state;
  // By the venue's clock, which the cameras count by; a phone's own may be wrong.
  const venueNow = (): number => eventNow(live.state()) ?? Date.now();
  const [clicker, setClicker] = useState<Clicker | null>(null);
  const counts = useHandCounts(isShown);
  if (!isShown) return null;
  if (lacks(session, 'count-by-hand')) {
    return <main className="steward-main">{words.fault('not-allowed')}</main>;
  }
  if (clicker !== null) {
    return (
      <CountPad
        clicker={clicker}
        picture={picture}
        now={eventNow(state) ?? state.now}
        onClick={(which, by) => setClicker(clicked(clicker, which, by))}
        onStop={() => setClicker(stopped(clicker, venueNow()))}
        onDiscard={() => setClicker(null)}
        onSend={() => {
          counts.send(sentCount(clicker, crypto.randomUUID()));
          setClicker(null);
        }}
      />
    );
  }
  return (
    <main className="steward-main">
      <PlaceForm
        picture={picture}
        onStart={(kind, id) => setClicker(startClicker({ kind, id }, venueNow()))}
      />
      <div role="status">
        {counts.kept.length === 0 ? null : <p>{words.count.kept}</p>}
        {counts.refused === null ? null : (
          <p className="is-refused">{words.fault(counts.refused)}</p>
        )}
      </div>
      <CountList counts={counts.latest} picture={picture} />
    </main>
  );
};

const PlaceForm = ({
  onStart,
  picture,
}: {
  readonly picture: Picture;
  readonly onStart: (kind: 'zone' | 'passage', id: string) => void;
}) => {
  const places = [
    ...picture.venue.passages.map(({ id, name }) => ({
      ...{ kind: 'passage' as const, id, label: words.count.passage(name) },
    })),
    ...picture.venue.zones.map(({ id, name }) => ({
      ...{ kind: 'zone' as const, id, label: words.count.zone(name) },
    })),
  ];
  const [chosen, choose] = useState(0);
  const place = places[chosen];
  return (
    <section aria-labelledby="count-heading" className="steward-count-form">
      <h2 id="count-heading">{words.count.heading}</h2>
      <p className="note">{words.count.note}</p>
      <label>
        {words.count.place}
        <select value={chosen} onChange={({ target }) => choose(Number(target.value))}>
          {places.map(({ id, kind, label }, index) => (
            <option key={`${kind} ${id}`} value={index}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        className="steward-button is-main"
        disabled={place === undefined}
        onClick={() => place !== undefined && onStart(place.kind, place.id)}
      >
        {words.count.start}
      </button>
    </section>
  );
};
