import type { MeasurementStore } from '../../store/measurement-store.js';
import { alertReader } from './alert-reader.js';
import { camerasReader } from './cameras-reader.js';
import { deliveryTable } from './delivery-table.js';
import { eveningTable } from './evening-table.js';
import { ALERT_BODIES, replaceName } from './name-replacer.js';
import { openDatabase } from './open-database.js';
import { passageReader } from './passage-history.js';
import { rowEraser } from './row-eraser.js';
import { attempt } from './store-fault.js';
import { transitionReader } from './transition-reader.js';
import { rowWriter } from './write-rows.js';
import { historyReader } from './zone-history.js';

export interface SqliteStoreSettings {
  readonly file: string;
  /** The file grows no further; the store then says that it is full, before the disk is. */
  readonly maxMegabytes?: number;
}

/**
 * Opens the store in one SQLite file.
 *
 * @throws when the file cannot be opened at all: a server without a record must not start unnoticed.
 */
export const openSqliteStore = ({ file, maxMegabytes }: SqliteStoreSettings): MeasurementStore => {
  const database = openDatabase(file);
  if (maxMegabytes !== undefined) {
    const pageBytes = Number(database.pragma('page_size', { simple: true }));
    const pages = Math.ceil((maxMegabytes * 1024 ** 2) / pageBytes);
    database.pragma(`max_page_count = ${pages}`);
  }
  const write = rowWriter(database);
  const history = historyReader(database);
  const passages = passageReader(database);
  const cameras = camerasReader(database);
  const alerts = alertReader(database);
  const transitions = transitionReader(database);
  const deliveries = deliveryTable(database);
  const evenings = eveningTable(database);
  const erase = rowEraser(database);
  const replace = database.transaction((name: string, pseudonym: string): void => {
    for (const table of ALERT_BODIES) replaceName(database, table, name, pseudonym);
  }).immediate;
  return {
    write: async (rows) => attempt(database, () => write(rows)),
    zoneHistory: async (query) => attempt(database, () => history(query)),
    passageHistory: async (query) => attempt(database, () => passages(query)),
    camerasOf: async (query) => attempt(database, () => cameras(query)),
    alerts: async (query) => attempt(database, () => alerts.inPeriod(query)),
    transitions: async (query) => attempt(database, () => transitions(query)),
    activeAlerts: async () => attempt(database, () => alerts.active()),
    deliveries: async () => attempt(database, () => deliveries.read()),
    evenings: async (events) => attempt(database, () => evenings.read(events)),
    keepEvenings: async (rows) => attempt(database, () => evenings.keep(rows)),
    forgetEvenings: async (before) => attempt(database, () => evenings.forget(before)),
    forget: async (before) => attempt(database, () => ({ more: erase(before) })),
    replaceName: async (name, pseudonym) => attempt(database, () => replace(name, pseudonym)),
    close: async () => {
      attempt(database, () => database.pragma('wal_checkpoint(TRUNCATE)'));
      database.close();
    },
  };
};
