import { measurementsAndAlerts } from './0001-measurements-and-alerts.js';
import { deliveries } from './0002-deliveries.js';
import { eveningProfiles } from './0003-evening-profiles.js';
import { accessAndAudit } from './0004-access-and-audit.js';
import { venueVersions } from './0005-venue-versions.js';
import { notifications } from './0006-notifications.js';
import { showStop } from './0007-show-stop.js';
import { accountLanguage } from './0008-account-language.js';
import { auditAmendments } from './0009-audit-amendments.js';
import { enrolment } from './0010-enrolment.js';
import { fleet } from './0011-fleet.js';
import { recentMeasurements } from './0012-recent-measurements.js';
import { namesLeaveTheFleet } from './0013-names-leave-the-fleet.js';

/** In order and never changed once released: `user_version` counts how many a database has had. */
export const MIGRATIONS: readonly string[] = [
  measurementsAndAlerts,
  deliveries,
  eveningProfiles,
  accessAndAudit,
  venueVersions,
  notifications,
  showStop,
  accountLanguage,
  auditAmendments,
  enrolment,
  fleet,
  recentMeasurements,
  namesLeaveTheFleet,
];
