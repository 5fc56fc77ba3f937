import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { ColourScheme } from '../map/palette.js';
import { createVenueMap, type VenueMap } from '../map/venue-map.js';
import type { Picture } from '../state/picture.js';
import { texts } from '../texts/index.js';
import { Legend } from './legend.js';
import { MapButton } from './map-button.js';
import { MapSpoken } from './map-spoken.js';

export interface MapStageProps {
  readonly picture: Picture;
  /** Event time, epoch milliseconds. */
  readonly now: number;
  readonly selectedZone: string | null;
  readonly selectedPassage?: string | null;
  readonly scheme: ColourScheme;
  readonly isOutdated: boolean;
  /** Must stay the same function, or the map is made anew. */
  readonly onZone: (zone: string | null) => void;
  /** As `onZone`; without it passages are ground like any other. */
  readonly onPassage?: (passage: string) => void;
  /** What lies over the map. */
  readonly children?: ReactNode;
}

/** The plan with its tools and legend. A new map is made only for a new plan; all else is shown on the one at hand. */
export const MapStage = ({
  picture,
  now,
  selectedZone,
  selectedPassage = null,
  scheme,
  isOutdated,
  onZone,
  onPassage,
  children,
}: MapStageProps) => {
  const [areCamerasShown, setCamerasShown] = useState(false);
  const spoken = useId();
  const stage = useRef<HTMLDivElement>(null);
  const target = useRef<HTMLDivElement>(null);
  const map = useRef<VenueMap | null>(null);
  const plan = useMemo(() => JSON.stringify(picture.venue), [picture.venue]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an equal plan in a new snapshot keeps the map and the view the user chose
  useEffect(() => {
    if (target.current === null) return;
    const coveredBy = () => stage.current?.querySelectorAll('.map-tools, .legend') ?? [];
    const made = createVenueMap(target.current, picture.venue, { coveredBy, onZone, onPassage });
    map.current = made;
    return made.dispose;
  }, [plan, onZone, onPassage]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new plan makes a new map, which has to be told everything
  useEffect(() => {
    map.current?.show({ picture, now, selectedZone, selectedPassage, scheme, areCamerasShown });
  }, [plan, picture, now, selectedZone, selectedPassage, scheme, areCamerasShown]);
  return (
    <div className="map-stage" ref={stage}>
      {children}
      <div
        ref={target}
        className={isOutdated ? 'map outdated' : 'map'}
        role="img"
        aria-label={texts.map.label}
        aria-describedby={spoken}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the map pans and zooms by its keys
        tabIndex={0}
      />
      <MapSpoken id={spoken} picture={picture} />
      <div className="map-tools">
        <MapButton
          label={texts.map.zoomIn}
          icon="M8 3v10M3 8h10"
          onPress={() => map.current?.zoom(1)}
        />
        <MapButton label={texts.map.zoomOut} icon="M3 8h10" onPress={() => map.current?.zoom(-1)} />
        <MapButton
          label={texts.map.fit}
          icon="M2 2h12v12H2ZM5 5h6v6H5Z"
          onPress={() => map.current?.fit()}
        />
        <MapButton
          label={texts.map.fullScreen}
          icon="M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4"
          onPress={() => toggleFullScreen(stage.current)}
        />
        <MapButton
          label={texts.map.cameras}
          icon="M1.5 5h9v7h-9ZM10.5 8l4-2.5v6L10.5 9"
          isPressed={areCamerasShown}
          onPress={() => setCamerasShown(!areCamerasShown)}
        />
      </div>
      <Legend />
    </div>
  );
};

/** Some browsers refuse it, as a phone's in a frame: the map then stays as large as it is. */
const toggleFullScreen = (stage: HTMLElement | null): void => {
  const asked =
    document.fullscreenElement === null ? stage?.requestFullscreen() : document.exitFullscreen();
  asked?.catch(() => {});
};
