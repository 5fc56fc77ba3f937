import { measurementsAndAlerts } from './0001-measurements-and-alerts.js';
import { lease } from './0002-lease.js';
import { house } from './0003-house.js';

/** In order and never changed once released: `schema_version` counts how many a schema has had. */
export const MIGRATIONS: readonly string[] = [measurementsAndAlerts, lease, house];
