import type { MeasurementStore } from '../../store/measurement-store.js';
import { activeAlerts, alertsInPeriod, readTransitions } from './alert-reader.js';
import { readDeliveries } from './delivery-table.js';
import { forgetEvenings, keepEvenings, readEvenings } from './evening-table.js';
import { camerasOf, passageHistory, zoneHistory } from './histories.js';
import type { PostgresDatabase } from './postgres-database.js';
import { replaceName } from './replace-name.js';
import { eraseRows } from './row-eraser.js';
import { writeRows } from './write-rows.js';

/** The measurement store in one venue's schema of a PostgreSQL; its schema is up to date (`migratePostgres`). */
export const postgresStore = ({ close, read, write }: PostgresDatabase): MeasurementStore => ({
  write: (rows) => write((client) => writeRows(client, rows)),
  zoneHistory: (query) => read((client) => zoneHistory(client, query)),
  passageHistory: (query) => read((client) => passageHistory(client, query)),
  camerasOf: (query) => read((client) => camerasOf(client, query)),
  alerts: (query) => read((client) => alertsInPeriod(client, query)),
  transitions: (query) => read((client) => readTransitions(client, query)),
  activeAlerts: () => read(activeAlerts),
  deliveries: () => read(readDeliveries),
  evenings: (events) => read((client) => readEvenings(client, events)),
  keepEvenings: (rows) => write((client) => keepEvenings(client, rows)),
  forgetEvenings: (before) => write((client) => forgetEvenings(client, before)),
  forget: (before) => write(async (client) => ({ more: await eraseRows(client, before) })),
  replaceName: (name, pseudonym) => write((client) => replaceName(client, name, pseudonym)),
  close,
});
