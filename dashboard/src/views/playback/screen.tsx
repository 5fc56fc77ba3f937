import type { VenueRecord } from '@throng/contract';
import { type Dispatch, useCallback, useMemo, useState } from 'react';
import { alertFeed } from '../../state/alert-order.js';
import type { Picture } from '../../state/picture.js';
import { pictureMaker } from '../../state/picture-at.js';
import { marksOf, type Playback, type PlaybackEvent } from '../../state/playback.js';
import { pageTexts } from '../../texts/pages.js';
import { AlertCard } from '../alert-card.js';
import { useDashboard } from '../dashboard-context.js';
import { MapStage } from '../map-stage.js';
import { useColourScheme } from '../use-colour-scheme.js';
import { PlaybackBar } from './playback-bar.js';

const words = pageTexts('playback');

/** The map and the alerts of the moment that is played. */
export const Screen = ({
  picture: live,
  record,
  playback,
  dispatch,
}: {
  readonly picture: Picture;
  readonly record: VenueRecord;
  readonly playback: Playback;
  readonly dispatch: Dispatch<PlaybackEvent>;
}) => {
  const scheme = useColourScheme(useDashboard().theme);
  const [selectedZone, setSelectedZone] = useState<string | null>(null);
  const onZone = useCallback((zone: string | null) => setSelectedZone(zone), []);
  const { venue } = live;
  const maker = useMemo(() => pictureMaker(venue), [venue]);
  const picture = maker.past(live, record, playback.at);
  const { crowd, system } = alertFeed(picture.alerts.values());
  const standing = [...crowd, ...system];
  const marks = useMemo(() => marksOf(playback, record), [playback, record]);
  return (
    <div className="screen">
      <div className="map-section is-past">
        <MapStage
          picture={picture}
          now={playback.at}
          selectedZone={selectedZone}
          scheme={scheme}
          isOutdated={false}
          onZone={onZone}
        >
          <p className="time-strip">{words.at(playback.at)}</p>
        </MapStage>
        <PlaybackBar playback={playback} marks={marks} dispatch={dispatch} />
      </div>
      <section className="panel" aria-label={words.alerts}>
        <h2>{words.alerts}</h2>
        <div className="scroll">
          {standing.length === 0 ? <p className="no-alerts">{words.noAlerts}</p> : null}
          <ol className="alert-list">
            {standing.map((alert) => (
              <AlertCard key={alert.id} alert={alert} picture={picture} />
            ))}
          </ol>
        </div>
      </section>
    </div>
  );
};
