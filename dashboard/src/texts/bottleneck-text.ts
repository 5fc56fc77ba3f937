import { EXPLANATION_RENEWED, type MarkedBottleneck } from '../state/bottlenecks.js';
import type { Picture } from '../state/picture.js';
import { texts } from './index.js';
import { nameOf } from './name-of.js';

type Venue = Picture['venue'];

/** What binds, by its name: "Gate B". */
export const placeName = ({ kind, place }: MarkedBottleneck, venue: Venue): string =>
  nameOf(kind === 'passage' ? venue.passages : venue.zones, place);

/** On the map: the word, how many wait, and how old that is where it was not renewed. */
export const bottleneckLines = (bottleneck: MarkedBottleneck, now: number): string[] => {
  const age = (now - bottleneck.at) / 1_000;
  return [
    texts.bottleneck.mark,
    texts.bottleneck.waiting(bottleneck.waiting),
    ...(age > EXPLANATION_RENEWED ? [texts.explanation.asOf(age)] : []),
  ];
};

/** For those who hear the page: without figures, so that it is said anew only when the place changes. */
export const spokenBottlenecks = (marked: readonly MarkedBottleneck[], venue: Venue): string =>
  marked
    .map((bottleneck) =>
      texts.bottleneck.spoken(
        placeName(bottleneck, venue),
        bottleneck.queue.map((zone) => nameOf(venue.zones, zone)),
      ),
    )
    .join(' ');

/** Beside a passage in the table: that it binds; null where it does not. */
export const passageBinds = (
  passage: string,
  marked: readonly MarkedBottleneck[],
): string | null => {
  const found = marked.find(({ kind, place }) => kind === 'passage' && place === passage);
  return found === undefined ? null : texts.bottleneck.here(found.waiting);
};

/** Beside a zone in the table: that it binds, or before what its people wait; null where neither is so. */
export const zoneInQueue = (
  zone: string,
  marked: readonly MarkedBottleneck[],
  venue: Venue,
): string | null => {
  const binds = marked.find(({ kind, place }) => kind === 'zone' && place === zone);
  if (binds !== undefined) return texts.bottleneck.here(binds.waiting);
  const before = marked.filter(({ queue }) => queue.includes(zone));
  return before.length === 0
    ? null
    : texts.bottleneck.queueBefore(before.map((bottleneck) => placeName(bottleneck, venue)));
};
