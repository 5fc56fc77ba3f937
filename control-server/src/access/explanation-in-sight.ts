import type { Bottleneck, Explanation } from '@throng/contract';
import type { IdsInSight } from './ids-in-sight.js';

/**
 * An explanation without what it says of other ground. What cannot be told without it is left out
 * whole: a remedy that would harm a zone out of sight is not one for somebody who cannot see the harm.
 */
export const explanationInSight = (
  explanation: Explanation,
  { zones, passages }: IdsInSight,
): Explanation => ({
  ...explanation,
  bottleneck: bottleneckInSight(explanation.bottleneck, { zones, passages }),
  causes: explanation.causes.filter(
    ({ passage, zone }) =>
      (passage === null || passages.has(passage)) && (zone === null || zones.has(zone)),
  ),
  remedies: explanation.remedies.filter(
    ({ passage, knockOn }) =>
      passages.has(passage) && (knockOn === null || zones.has(knockOn.zone)),
  ),
  unseenZones: explanation.unseenZones.filter((zone) => zones.has(zone)),
  unseenPassages: explanation.unseenPassages.filter((passage) => passages.has(passage)),
});

const bottleneckInSight = (
  bottleneck: Bottleneck | null,
  { zones, passages }: Pick<IdsInSight, 'zones' | 'passages'>,
): Bottleneck | null => {
  if (bottleneck === null) return null;
  const isOwn =
    bottleneck.kind === 'door'
      ? passages.has(bottleneck.passage) && zones.has(bottleneck.from)
      : zones.has(bottleneck.zone);
  if (!isOwn || !bottleneck.queue.zones.every((zone) => zones.has(zone))) return null;
  const feeders = bottleneck.feeders.filter(({ passage }) => passages.has(passage));
  return { ...bottleneck, feeders };
};
