import { alertFeed } from '../../state/alert-order.js';
import { freshness, pictureAge } from '../../state/connection.js';
import { texts } from '../../texts/index.js';
import { AlertCard } from '../alert-card.js';
import { useDashboard } from '../dashboard-context.js';
import { MapSection } from '../map-section.js';
import type { PageProps } from '../page-props.js';
import { useColourScheme } from '../use-colour-scheme.js';
import './wall.css';

/** What a wall has room for: the rest is on the desks. */
const MOST = 5;

/** The map and the most urgent alerts, in letters that are read from the back of the room; nothing to click. */
const WallPage = ({ picture, now }: PageProps) => {
  const { connection, now: wallTime, record, selectedZone, theme, view } = useDashboard();
  const isOutdated = freshness(connection, wallTime) === 'outdated';
  const scheme = useColourScheme(theme);
  const { crowd, system } = alertFeed(picture.alerts.values());
  const alerts = [...crowd, ...system].slice(0, MOST);
  return (
    <main className={isOutdated ? 'wall is-outdated' : 'wall'}>
      {isOutdated ? (
        <p className="outdated-strip" role="status">
          {texts.connection.outdated(pictureAge(connection, wallTime) ?? 0)}
        </p>
      ) : null}
      <MapSection
        picture={picture}
        view={view}
        record={record}
        selectedZone={selectedZone}
        now={now}
        scheme={scheme}
        isOutdated={isOutdated}
      />
      {alerts.length === 0 ? null : (
        <ol className="wall-alerts alert-list">
          {alerts.map((alert) => (
            <AlertCard key={alert.id} alert={alert} picture={picture} />
          ))}
        </ol>
      )}
    </main>
  );
};

export default WallPage;
