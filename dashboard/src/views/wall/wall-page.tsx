import { alertFeed } from '../../state/alert-order.js';
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
  const { record, selectedZone, theme, view } = useDashboard();
  const scheme = useColourScheme(theme);
  const { crowd, system } = alertFeed(picture.alerts.values());
  const alerts = [...crowd, ...system].slice(0, MOST);
  return (
    <main className="wall">
      <MapSection
        picture={picture}
        view={view}
        record={record}
        selectedZone={selectedZone}
        now={now}
        scheme={scheme}
        isOutdated={false}
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
