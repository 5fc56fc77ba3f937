import type { Dispatch } from 'react';
import {
  type Playback,
  type PlaybackEvent,
  type PlaybackMark,
  SPEEDS,
} from '../../state/playback.js';
import { pageTexts } from '../../texts/pages.js';
import { timeOfDay } from '../../texts/times.js';

const words = pageTexts('playback');

/** Plays, pauses, seeks; a mark shows where each alert began. */
export const PlaybackBar = ({
  playback: { at, from, isPlaying, speed, to },
  marks,
  dispatch,
}: {
  readonly playback: Playback;
  readonly marks: readonly PlaybackMark[];
  readonly dispatch: Dispatch<PlaybackEvent>;
}) => (
  <div className="playback-bar">
    <button type="button" className="button" onClick={() => dispatch({ type: 'toggled' })}>
      {isPlaying ? words.pause : words.play}
    </button>
    <label>
      <span className="hidden">{words.speed}</span>
      <select
        value={speed}
        onChange={({ target }) => {
          const chosen = SPEEDS.find((each) => each === Number(target.value));
          if (chosen !== undefined) dispatch({ type: 'speed-chosen', speed: chosen });
        }}
      >
        {SPEEDS.map((each) => (
          <option key={each} value={each}>
            {words.times(each)}
          </option>
        ))}
      </select>
    </label>
    <div className="playback-way">
      <input
        type="range"
        aria-label={words.position}
        aria-valuetext={timeOfDay(at)}
        min={from}
        max={to}
        step={10_000}
        value={at}
        onChange={({ target }) => dispatch({ type: 'sought', at: target.valueAsNumber })}
      />
      <svg
        className="playback-marks"
        viewBox="0 0 1000 8"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {marks.map(({ id, priority, share }) => (
          <rect
            key={`${id} ${share}`}
            className={`mark-${priority}`}
            x={share * 1_000 - 1.5}
            width="3"
            height="8"
          />
        ))}
      </svg>
    </div>
    <output className="playback-told">
      {words.passed((at - from) / 1_000, (to - from) / 1_000)}
    </output>
  </div>
);
