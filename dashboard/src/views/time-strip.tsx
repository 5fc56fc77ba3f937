import type { TimeView } from '../state/time-view.js';
import { texts } from '../texts/index.js';

/** Says that the map is not of the present, so that nobody acts on what was or may be. */
export const TimeStrip = ({
  view,
  isRecorded,
}: {
  readonly view: TimeView;
  readonly isRecorded: boolean;
}) => {
  if (view.kind === 'now') return null;
  const words = texts.travel;
  if (view.kind === 'ahead') return <p className="time-strip">{words.ahead(view.seconds)}</p>;
  return <p className="time-strip">{isRecorded ? words.past(view.at) : words.pastLoading}</p>;
};
