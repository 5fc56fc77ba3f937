import { useMemo } from 'react';
import { bottlenecks } from '../state/bottlenecks.js';
import type { Picture } from '../state/picture.js';
import { spokenBottlenecks } from '../texts/bottleneck-text.js';

/** The marks of the map for those who hear the page; of the present they are said as they change. */
export const MapSpoken = ({ id, picture }: { readonly id: string; readonly picture: Picture }) => {
  const { alerts, venue, when } = picture;
  const words = useMemo(
    () => spokenBottlenecks(bottlenecks({ alerts, ...(when && { when }) }), venue),
    [alerts, when, venue],
  );
  return (
    <p id={id} className="hidden" aria-live={when === undefined ? 'polite' : 'off'}>
      {words}
    </p>
  );
};
