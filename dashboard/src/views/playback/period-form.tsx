import { useState } from 'react';
import { pageTexts } from '../../texts/pages.js';

const words = pageTexts('playback');

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** A moment as the browser's own field wants it: local time, to the minute. */
const fieldOf = (at: number): string => {
  const local = at - new Date(at).getTimezoneOffset() * MINUTE_MS;
  return new Date(local).toISOString().slice(0, 16);
};

/** Which stretch of the past. */
export const PeriodForm = ({
  now,
  onOpen,
}: {
  /** Event time, epoch milliseconds. */
  readonly now: number;
  readonly onOpen: (from: number, to: number) => void;
}) => {
  const [from, setFrom] = useState(() => fieldOf(now - 4 * HOUR_MS));
  const [hours, setHours] = useState(4);
  return (
    <form
      className="period"
      onSubmit={(event) => {
        event.preventDefault();
        const begin = new Date(from).getTime();
        if (Number.isFinite(begin)) onOpen(begin, begin + hours * HOUR_MS);
      }}
    >
      <label>
        {words.from}
        <input
          type="datetime-local"
          value={from}
          max={fieldOf(now)}
          required
          onChange={({ target }) => setFrom(target.value)}
        />
      </label>
      <label>
        {words.hours}
        <input
          type="number"
          value={hours}
          min={0.25}
          max={15}
          step={0.25}
          required
          onChange={({ target }) => setHours(target.valueAsNumber)}
        />
      </label>
      <button type="submit" className="button">
        {words.open}
      </button>
    </form>
  );
};
