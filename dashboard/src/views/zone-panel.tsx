import { fromTimestamp, type ZoneReading } from '@throng/contract';
import { lazy, Suspense, useMemo } from 'react';
import { isDrill } from '../adapters/lane.js';
import type { ColourScheme } from '../map/palette.js';
import { bottlenecks } from '../state/bottlenecks.js';
import { forecastPoints } from '../state/forecast-points.js';
import { limitsInForce } from '../state/limits-in-force.js';
import type { Picture } from '../state/picture.js';
import { zoneCameras } from '../state/zone-cameras.js';
import { HISTORY_SPAN, type HistoryPoint } from '../state/zone-history.js';
import { type ZoneRow, zoneStanding } from '../state/zone-order.js';
import { zoneInQueue } from '../texts/bottleneck-text.js';
import { texts } from '../texts/index.js';
import { originText } from '../texts/limit-text.js';
import { loadPageTexts } from '../texts/pages.js';
import { densityText, personsWithBasis, trendText, unknownText } from '../texts/zone-text.js';
import { BandMark } from './band-mark.js';
import { CameraList } from './camera-list.js';
import { useDispatch } from './dashboard-context.js';
import { PanelFrame } from './panel-frame.js';
import { ZonePassages } from './passage-panel/lazy-passages.js';
import { ZoneOutlook } from './zone-outlook.js';

const DensityChart = lazy(async () => ({
  default: (await import('./density-chart.js')).DensityChart,
}));

const ZoneAdvice = lazy(async () => {
  await loadPageTexts();
  return { default: (await import('./what-if/zone-advice.js')).ZoneAdvice };
});

export interface ZonePanelProps {
  readonly row: ZoneRow;
  readonly picture: Picture;
  /** Event time, epoch milliseconds. */
  readonly now: number;
  readonly history: readonly HistoryPoint[];
  readonly scheme: ColourScheme;
}

/** All that is known of one zone, and what that rests on. */
export const ZonePanel = ({ row, picture, now, history, scheme }: ZonePanelProps) => {
  const dispatch = useDispatch();
  const { zone, state } = row;
  const standing = zoneStanding(state);
  const { bands: inForce, origin } = limitsInForce(zone, state);
  const { critical, emergency, warning, watch } = inForce;
  // They come anew each second; a chart is made anew only for other ones.
  const bands = useMemo(
    () => ({ watch, warning, critical, emergency }),
    [watch, warning, critical, emergency],
  );
  const cameras = useMemo(
    () =>
      zoneCameras(picture.venue, zone.id).map(({ camera, share }) => ({
        camera,
        aside: texts.zone.share(share),
      })),
    [picture.venue, zone.id],
  );
  const forecast = picture.forecasts.get(zone.id);
  const ahead = useMemo(() => forecastPoints(forecast, history.at(-1)), [forecast, history]);
  const queue = zoneInQueue(zone.id, bottlenecks(picture), picture.venue);
  return (
    <PanelFrame
      kind="zone"
      subject={zone.id}
      name={zone.name}
      note={texts.zoneKind[zone.kind]}
      standing={standing}
      told={texts.band[standing]}
      onClose={() => dispatch({ type: 'zone-selected', zone: null })}
    >
      {state.reading === null ? (
        <p className="zone-unknown">
          <strong>{texts.count.unknownValue}</strong> {unknownText(state, now)}
        </p>
      ) : (
        <Reading row={row} reading={state.reading} now={now} />
      )}
      {queue === null ? null : <p className="in-queue">{queue}</p>}
      <p className="limits">
        <span>{texts.zone.limits}</span>
        {(['watch', 'warning', 'critical', 'emergency'] as const).map((band) => (
          <span key={band} title={texts.band[band]}>
            <BandMark standing={band} />
            {texts.threshold(bands[band])}
          </span>
        ))}
        <span className="note">{texts.unit.density}</span>
      </p>
      <p className="note limits-from">{originText(origin)}</p>
      {forecast === undefined ? null : <ZoneOutlook forecast={forecast} />}
      <h3>{texts.zone.history(HISTORY_SPAN / 60_000, ahead.length > 0)}</h3>
      <Suspense fallback={<div className="chart" />}>
        <DensityChart points={history} ahead={ahead} bands={bands} scheme={scheme} />
      </Suspense>
      <Suspense fallback={null}>
        {isDrill ? null : <ZoneAdvice venue={picture.venue} zone={zone} scheme={scheme} />}
      </Suspense>
      <Suspense fallback={null}>
        <ZonePassages zone={zone.id} picture={picture} />
      </Suspense>
      <h3>{texts.zone.cameras}</h3>
      <CameraList cameras={cameras} picture={picture} none={texts.zone.noCameras} />
    </PanelFrame>
  );
};

const Reading = ({
  row: { state },
  reading,
  now,
}: {
  readonly row: ZoneRow;
  readonly reading: ZoneReading;
  readonly now: number;
}) => {
  const facts: readonly (readonly [string, string])[] = [
    [texts.zone.persons, personsWithBasis(state)],
    [texts.zone.trend, trendText(reading.trend)],
    [texts.zone.peak, `${texts.density(reading.densityP95)} ${texts.unit.densityShort}`],
    [
      texts.zone.measured,
      state.at === null
        ? texts.count.unknownValue
        : texts.zone.ago((now - fromTimestamp(state.at)) / 1_000),
    ],
  ];
  return (
    <>
      <p className="zone-figures">
        <strong>{densityText(state)}</strong>
        <span>{texts.unit.density}</span>
        <strong className="level">{reading.levelOfService}</strong>
        <span>{texts.zone.level}</span>
      </p>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
};
