import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { ColourScheme } from '../map/palette.js';
import { createVenueMap, type VenueMap } from '../map/venue-map.js';
import type { Picture } from '../state/picture.js';
import { texts } from '../texts/index.js';
import { useDispatch } from './dashboard-context.js';
import { Legend } from './legend.js';

export interface MapSectionProps {
  readonly picture: Picture;
  /** Event time, epoch milliseconds. */
  readonly now: number;
  readonly selectedZone: string | null;
  readonly scheme: ColourScheme;
  readonly isOutdated: boolean;
}

/** The live plan. A new map is made only for a new plan; all else is shown on the one at hand. */
export const MapSection = memo(
  ({ picture, now, selectedZone, scheme, isOutdated }: MapSectionProps) => {
    const dispatch = useDispatch();
    const [areCamerasShown, setCamerasShown] = useState(false);
    const target = useRef<HTMLDivElement>(null);
    const map = useRef<VenueMap | null>(null);
    const plan = useMemo(() => JSON.stringify(picture.venue), [picture.venue]);
    // biome-ignore lint/correctness/useExhaustiveDependencies: an equal plan in a new snapshot keeps the map and the view the user chose
    useEffect(() => {
      if (target.current === null) return;
      const made = createVenueMap(target.current, picture.venue, (zone) =>
        dispatch({ type: 'zone-selected', zone }),
      );
      map.current = made;
      return made.dispose;
    }, [plan, dispatch]);
    // biome-ignore lint/correctness/useExhaustiveDependencies: a new plan makes a new map, which has to be told everything
    useEffect(() => {
      map.current?.show({ picture, now, selectedZone, scheme, areCamerasShown });
    }, [plan, picture, now, selectedZone, scheme, areCamerasShown]);
    return (
      <section className="map-section" id="map" aria-labelledby="map-heading">
        <h2 id="map-heading" className="hidden">
          {texts.map.heading}
        </h2>
        <div
          ref={target}
          className={isOutdated ? 'map outdated' : 'map'}
          role="img"
          aria-label={texts.map.label}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the map pans and zooms by its keys
          tabIndex={0}
        />
        <div className="map-tools">
          <MapButton
            label={texts.map.zoomIn}
            icon="M8 3v10M3 8h10"
            onPress={() => map.current?.zoom(1)}
          />
          <MapButton
            label={texts.map.zoomOut}
            icon="M3 8h10"
            onPress={() => map.current?.zoom(-1)}
          />
          <MapButton
            label={texts.map.fit}
            icon="M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4"
            onPress={() => map.current?.fit()}
          />
          <MapButton
            label={texts.map.cameras}
            icon="M1.5 5h9v7h-9ZM10.5 8l4-2.5v6L10.5 9"
            isPressed={areCamerasShown}
            onPress={() => setCamerasShown(!areCamerasShown)}
          />
        </div>
        <Legend />
      </section>
    );
  },
);

const MapButton = (button: {
  readonly label: string;
  readonly icon: string;
  readonly isPressed?: boolean;
  readonly onPress: () => void;
}) => (
  <button
    type="button"
    className="icon-button"
    title={button.label}
    aria-label={button.label}
    aria-pressed={button.isPressed}
    onClick={button.onPress}
  >
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d={button.icon} />
    </svg>
  </button>
);
