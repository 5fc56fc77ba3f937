import type { ReactNode } from 'react';
import type { AlertGroup } from '../state/alert-order.js';
import type { Picture } from '../state/picture.js';
import { incidentText } from '../texts/incident-text.js';

export interface IncidentGroupProps {
  readonly group: AlertGroup;
  readonly picture: Picture;
  readonly children: ReactNode;
}

/** The alerts of one cause under one heading; an alert that is alone needs none. */
export const IncidentGroup = ({ children, group, picture }: IncidentGroupProps) =>
  group.alerts.length < 2 ? (
    children
  ) : (
    <li className="incident" data-incident={group.incident}>
      <h3>{incidentText(group.alerts, picture)}</h3>
      <ol className="alert-list">{children}</ol>
    </li>
  );
