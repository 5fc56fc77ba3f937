import type { VenueRecord } from '@throng/contract';
import { useEffect, useReducer, useState } from 'react';
import { fetchRecord } from '../../adapters/past-loader.js';
import { play, stepFor } from '../../state/playback.js';
import { pageTexts } from '../../texts/pages.js';
import type { PageProps } from '../page-props.js';
import { EventList } from './event-list.js';
import { PeriodForm } from './period-form.js';
import { Screen } from './screen.js';
import './playback.css';

const words = pageTexts('playback');

/** Milliseconds between two pictures: smooth enough for a crowd, and for an old laptop. */
const FRAME_MS = 250;

/** Any evening again, alerts included. */
const PlaybackPage = ({ picture, now }: PageProps) => {
  const [record, setRecord] = useState<VenueRecord | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const [playback, dispatch] = useReducer(play, null);
  const isPlaying = playback?.isPlaying ?? false;

  useEffect(() => {
    if (!isPlaying) return;
    let before = performance.now();
    const timer = setInterval(() => {
      const at = performance.now();
      dispatch({ type: 'passed', elapsed: at - before });
      before = at;
    }, FRAME_MS);
    return () => clearInterval(timer);
  }, [isPlaying]);

  const open = async (from: number, to: number) => {
    const step = stepFor(from, to);
    if (step === undefined) {
      setTold(words.tooLong);
      return;
    }
    setTold(words.loading);
    const found = await fetchRecord(from, to, step);
    setRecord(found);
    if (found !== null) dispatch({ type: 'opened', record: found });
    const isEmpty = found?.zones.every(({ density }) => density.every((each) => each === null));
    setTold(found === null ? words.unavailable : isEmpty ? words.empty : null);
  };

  return (
    <main className="playback" id="playback">
      <header className="page-head">
        <h2>{words.heading}</h2>
        <PeriodForm now={now} onOpen={open} />
        <p className="note" role="status">
          {told ?? (record === null ? words.hint : null)}
        </p>
      </header>
      {record === null ? <EventList onOpen={open} /> : null}
      {record === null || playback === null ? null : (
        <Screen picture={picture} record={record} playback={playback} dispatch={dispatch} />
      )}
    </main>
  );
};

export default PlaybackPage;
