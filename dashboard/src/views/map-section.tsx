import type { VenueRecord } from '@throng/contract';
import { memo, useCallback, useMemo } from 'react';
import type { ColourScheme } from '../map/palette.js';
import type { Picture } from '../state/picture.js';
import { nothingRecorded, pictureMaker } from '../state/picture-at.js';
import type { TimeView } from '../state/time-view.js';
import { texts } from '../texts/index.js';
import { useDispatch } from './dashboard-context.js';
import { MapStage } from './map-stage.js';
import { TimeBar } from './time-bar.js';
import { TimeStrip } from './time-strip.js';

export interface MapSectionProps {
  readonly picture: Picture;
  readonly view: TimeView;
  /** Null until somebody looked back. */
  readonly record: VenueRecord | null;
  /** Event time, epoch milliseconds. */
  readonly now: number;
  readonly selectedZone: string | null;
  readonly selectedPassage?: string | null;
  readonly scheme: ColourScheme;
  readonly isOutdated: boolean;
}

/** The map at the time that is looked at, and the bar that chooses it. */
export const MapSection = memo(({ picture, view, record, now, ...look }: MapSectionProps) => {
  const dispatch = useDispatch();
  const { venue } = picture;
  const maker = useMemo(() => pictureMaker(venue), [venue]);
  const shown = useMemo(() => {
    if (view.kind === 'ahead') return maker.ahead(picture, view.seconds);
    if (view.kind === 'now') return picture;
    return maker.past(picture, record ?? nothingRecorded, view.at);
  }, [maker, picture, view, record]);
  const onZone = useCallback(
    (zone: string | null) => dispatch({ type: 'zone-selected', zone }),
    [dispatch],
  );
  const onPassage = useCallback(
    (passage: string) => dispatch({ type: 'passage-selected', passage }),
    [dispatch],
  );
  return (
    <section className={`map-section is-${view.kind}`} id="map" aria-labelledby="map-heading">
      <h2 id="map-heading" className="hidden">
        {texts.map.heading}
      </h2>
      <MapStage picture={shown} now={now} onZone={onZone} onPassage={onPassage} {...look}>
        <TimeStrip view={view} isRecorded={record !== null} />
      </MapStage>
      <TimeBar
        view={view}
        now={now}
        canLookAhead={picture.forecasts.size > 0}
        onView={(next) => dispatch({ type: 'time-chosen', view: next })}
      />
    </section>
  );
});
