import { measurementsAndAlerts } from './0001-measurements-and-alerts.js';

/** In order and never changed once released: `user_version` counts how many a database has had. */
export const MIGRATIONS: readonly string[] = [measurementsAndAlerts];
