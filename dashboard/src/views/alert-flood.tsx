import type { Alert } from '@throng/contract';
import type { ReactNode } from 'react';
import { raisedLately } from '../state/flood.js';
import type { Picture } from '../state/picture.js';
import { texts } from '../texts/index.js';

const MINUTES = 10;

const isUrgent = ({ priority }: Alert): boolean =>
  priority === 'critical' || priority === 'emergency';

/** The crowd's alerts in a flood: the urgent ones, and all others behind one click. */
export const AlertFlood = ({
  alerts,
  picture,
  list,
}: {
  readonly alerts: readonly Alert[];
  readonly picture: Picture;
  readonly list: (alerts: readonly Alert[]) => ReactNode;
}) => {
  const others = alerts.filter((alert) => !isUrgent(alert));
  return (
    <>
      <p className="alert-flood" role="status">
        {texts.alerts.flood(MINUTES, raisedLately(picture.alerts.values(), picture.at))}
      </p>
      {list(alerts.filter(isUrgent))}
      {others.length === 0 ? null : (
        <details>
          <summary>{texts.alerts.folded(others.length)}</summary>
          {list(others)}
        </details>
      )}
    </>
  );
};
