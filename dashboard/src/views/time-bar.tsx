import { phaseAt, phasesOnBar } from '../state/phases-on-bar.js';
import { offsetAt, offsetOf, placeOf, SLIDER, type TimeView, viewAt } from '../state/time-view.js';
import { texts } from '../texts/index.js';
import { PhaseStrip } from './phase-strip.js';
import { useCalendar } from './use-calendar.js';

/** Drags the map through time: four hours back, a quarter of an hour ahead. */
export const TimeBar = ({
  view,
  now,
  canLookAhead,
  onView,
}: {
  readonly view: TimeView;
  /** Event time, epoch milliseconds. */
  readonly now: number;
  readonly canLookAhead: boolean;
  readonly onView: (view: TimeView) => void;
}) => {
  const offset = offsetOf(view, now);
  const words = texts.travel;
  const last = canLookAhead ? SLIDER.max : SLIDER.now;
  const stretches = phasesOnBar(useCalendar(), now, last);
  const phase = phaseAt(stretches, placeOf(offset));
  const told = offset === 0 ? words.now : words.at(now + offset * 1_000, offset);
  return (
    <div className={`time-bar is-${view.kind}`}>
      <button
        type="button"
        className="button"
        aria-pressed={view.kind === 'now'}
        onClick={() => onView({ kind: 'now' })}
      >
        {words.backToNow}
      </button>
      <div className="time-way">
        <input
          type="range"
          className="time-slider"
          aria-label={words.label}
          aria-valuetext={phase === null ? told : `${told}, ${phase}`}
          min={SLIDER.min}
          max={last}
          step={1}
          value={placeOf(offset)}
          onChange={({ target }) => onView(viewAt(offsetAt(target.valueAsNumber), now))}
        />
        {canLookAhead ? <span className="time-now" aria-hidden="true" /> : null}
        {stretches.length === 0 ? null : <PhaseStrip stretches={stretches} />}
      </div>
      <output className="time-told">{told}</output>
    </div>
  );
};
