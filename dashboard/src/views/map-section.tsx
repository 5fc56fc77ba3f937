import type { VenueRecord } from '@throng/contract';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { ColourScheme } from '../map/palette.js';
import { createVenueMap, type VenueMap } from '../map/venue-map.js';
import type { Picture } from '../state/picture.js';
import { pictureMaker } from '../state/picture-at.js';
import type { TimeView } from '../state/time-view.js';
import { texts } from '../texts/index.js';
import { useDispatch } from './dashboard-context.js';
import { Legend } from './legend.js';
import { TimeBar } from './time-bar.js';

export interface MapSectionProps {
  readonly picture: Picture;
  readonly view: TimeView;
  /** Null until somebody looked back. */
  readonly record: VenueRecord | null;
  /** Event time, epoch milliseconds. */
  readonly now: number;
  readonly selectedZone: string | null;
  readonly scheme: ColourScheme;
  readonly isOutdated: boolean;
}

/** The live plan. A new map is made only for a new plan; all else is shown on the one at hand. */
export const MapSection = memo(
  ({ picture, view, record, now, selectedZone, scheme, isOutdated }: MapSectionProps) => {
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
    // biome-ignore lint/correctness/useExhaustiveDependencies: as above
    const maker = useMemo(() => pictureMaker(picture.venue), [plan]);
    const shown = useMemo(() => {
      if (view.kind === 'ahead') return maker.ahead(picture, view.seconds);
      if (view.kind === 'now') return picture;
      return maker.past(picture, record ?? nothingRecorded, view.at);
    }, [maker, picture, view, record]);
    // biome-ignore lint/correctness/useExhaustiveDependencies: a new plan makes a new map, which has to be told everything
    useEffect(() => {
      map.current?.show({ picture: shown, now, selectedZone, scheme, areCamerasShown });
    }, [plan, shown, now, selectedZone, scheme, areCamerasShown]);
    return (
      <section className={`map-section is-${view.kind}`} id="map" aria-labelledby="map-heading">
        <div className="map-stage">
          <h2 id="map-heading" className="hidden">
            {texts.map.heading}
          </h2>
          <TimeStrip view={view} isRecorded={record !== null} />
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
        </div>
        <TimeBar
          view={view}
          now={now}
          canLookAhead={picture.forecasts.size > 0}
          onView={(next) => dispatch({ type: 'time-chosen', view: next })}
        />
      </section>
    );
  },
);

/** Says that this is not the present, so that nobody acts on yesterday. */
const TimeStrip = ({
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

/** Until the record has come everything past is unknown. */
const nothingRecorded: VenueRecord = {
  from: '1970-01-01T00:00:00Z',
  step: 1,
  steps: 1,
  zones: [],
  changes: [],
};

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
