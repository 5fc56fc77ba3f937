import { fromTimestamp } from '@throng/contract';
import type Database from 'better-sqlite3';
import { timeOf } from '../../alerting/alert-cause.js';
import type { Rows } from '../../store/rows.js';
import { deliveryTable } from './delivery-table.js';

/** Makes the function that writes all rows of a tick in one transaction. */
export const rowWriter = (database: Database.Database): ((rows: Rows) => void) => {
  const zone = database.prepare(
    `INSERT INTO zone_measurement VALUES (@zone, @at, @camera, @seconds, @persons, @sigma, @area, @densityP95)
     ON CONFLICT DO NOTHING`,
  );
  const passage = database.prepare(
    `INSERT INTO passage_count VALUES (@passage, @at, @camera, @seconds, @in, @out, @recall)
     ON CONFLICT DO NOTHING`,
  );
  const alert = database.prepare(
    `INSERT INTO alert VALUES (@id, @raisedAt, @clearedAt, @body)
     ON CONFLICT (id) DO UPDATE SET cleared_at = @clearedAt, body = @body`,
  );
  const transition = database.prepare(
    'INSERT INTO alert_transition (alert_id, at, kind, body) VALUES (@id, @at, @kind, @body)',
  );
  const health = database.prepare(
    `INSERT INTO edge_health VALUES (@edge, @at, @body)
     ON CONFLICT (edge) DO UPDATE SET at = @at, body = @body`,
  );
  const deliveries = deliveryTable(database);
  return database.transaction((rows: Rows) => {
    for (const row of rows.zones) zone.run(row);
    for (const row of rows.passages) passage.run(row);
    for (const { kind, alert: changed } of rows.transitions) {
      const { id } = changed;
      const body = JSON.stringify(changed);
      const raisedAt = fromTimestamp(changed.raisedAt);
      const clearedAt = changed.clearedAt === null ? null : fromTimestamp(changed.clearedAt);
      alert.run({ id, raisedAt, clearedAt, body });
      transition.run({ id, at: fromTimestamp(timeOf(kind, changed)), kind, body });
    }
    for (const report of rows.health) {
      const at = fromTimestamp(report.at);
      health.run({ edge: report.edge, at, body: JSON.stringify(report) });
    }
    for (const row of rows.deliveries) deliveries.write(row);
  });
};
