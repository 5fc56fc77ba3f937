import { lazy, Suspense, useDeferredValue, useEffect } from 'react';
import { isDrill } from '../adapters/lane.js';
import { freshness, pictureAge } from '../state/connection.js';
import type { DashboardState } from '../state/dashboard-state.js';
import { eventNow } from '../state/event-time.js';
import { passageRows } from '../state/passage-rows.js';
import type { Picture } from '../state/picture.js';
import { zoneRows } from '../state/zone-order.js';
import { texts } from '../texts/index.js';
import { AlertSection } from './alert-section.js';
import { Announcer } from './announcer.js';
import { useDashboard } from './dashboard-context.js';
import { LazyDrillFrame, LazyShowBanner } from './lazy-control.js';
import { ListSection } from './list-section.js';
import { MapSection } from './map-section.js';
import { PageFrame } from './page-frame.js';
import { PageNav } from './page-nav.js';
import { pages } from './pages.js';
import { PassagePanel } from './passage-panel/lazy-passages.js';
import { TabBar } from './tab-bar.js';
import { TopBar } from './top-bar.js';
import { useColourScheme } from './use-colour-scheme.js';

/** Loaded when the first zone is opened. */
const ZonePanel = lazy(async () => ({ default: (await import('./zone-panel.js')).ZonePanel }));

/** The venue; a drill only within its frame, and only its live page. */
export const App = () => {
  const state = useDashboard();
  if (!isDrill) return <Screen state={state} />;
  return (
    <PageFrame>
      <LazyDrillFrame session={state.session} />
      <Screen state={state} />
    </PageFrame>
  );
};

const Screen = ({ state }: { readonly state: DashboardState }) => {
  const { picture } = state;
  return (
    <>
      {state.page === 'live' ? (
        <a className="skip" href="#alerts">
          {texts.page.skipToAlerts}
        </a>
      ) : null}
      <TopBar state={state} />
      {picture === null ? null : (
        <Suspense fallback={null}>
          <LazyShowBanner picture={picture} session={state.session} />
        </Suspense>
      )}
      <div className="frame">
        {isDrill ? null : <PageNav page={state.page} session={state.session} />}
        <div className="frame-body">
          {picture === null ? (
            <main className="waiting">{texts.page.loading}</main>
          ) : (
            <Page state={state} picture={picture} />
          )}
        </div>
      </div>
    </>
  );
};

interface VenueProps {
  readonly state: DashboardState;
  readonly picture: Picture;
}

/** The live page, or one that is loaded on demand. New alerts are announced on every one. */
const Page = ({ state, picture }: VenueProps) => {
  const isLive = state.page === 'live';
  const active = [...picture.alerts.values()].filter((alert) => alert.state === 'active').length;
  useEffect(() => {
    document.title = texts.page.title(picture.venue.name, active);
  }, [picture.venue.name, active]);
  return (
    <>
      {isLive ? (
        <Venue state={state} picture={picture} />
      ) : (
        <Other state={state} picture={picture} />
      )}
      <Announcer picture={picture} />
    </>
  );
};

const Other = ({ state, picture }: VenueProps) => {
  if (state.page === 'live') return null;
  const Body = pages[state.page];
  return (
    <PageFrame>
      <Body picture={picture} now={eventNow(state) ?? picture.at} />
    </PageFrame>
  );
};

const Venue = ({ state, picture }: VenueProps) => {
  const { connection, selectedPassage, selectedZone, section } = state;
  const now = eventNow(state) ?? picture.at;
  const scheme = useColourScheme(state.theme);
  const fresh = freshness(connection, state.now);
  const isOutdated = fresh === 'outdated';
  // The long lists come after the map, in slices that leave each frame its time.
  const listed = useDeferredValue(picture);
  const selected = zoneRows(picture).find(({ zone }) => zone.id === selectedZone);
  const crossed = passageRows(picture).find(({ passage }) => passage.id === selectedPassage);
  const active = [...picture.alerts.values()].filter((alert) => alert.state === 'active').length;
  const ill = [...picture.cameras.values()].filter((camera) => camera.state !== 'live').length;
  return (
    <>
      {isOutdated ? (
        <p className="outdated-strip" role="status">
          {texts.connection.outdated(pictureAge(connection, state.now) ?? 0)}
        </p>
      ) : null}
      <main className={isOutdated ? 'layout is-outdated' : 'layout'} data-section={section}>
        <AlertSection picture={listed} freshness={fresh} />
        <MapSection
          picture={picture}
          view={state.view}
          record={state.record}
          selectedZone={selectedZone}
          selectedPassage={selectedPassage}
          now={now}
          scheme={scheme}
          isOutdated={isOutdated}
        />
        <ListSection
          picture={listed}
          now={now}
          selectedPassage={selectedPassage}
          selectedZone={selectedZone}
          section={section}
        />
        {selected === undefined ? null : (
          <Suspense fallback={null}>
            <ZonePanel
              row={selected}
              picture={picture}
              now={now}
              history={state.histories.get(selected.zone.id) ?? []}
              scheme={scheme}
            />
          </Suspense>
        )}
        {crossed === undefined ? null : (
          <Suspense fallback={null}>
            <PassagePanel row={crossed} picture={picture} now={now} scheme={scheme} />
          </Suspense>
        )}
      </main>
      <TabBar section={section} badges={{ alerts: active, devices: ill }} />
    </>
  );
};
