import { FleetModels, FleetReport, FleetSettings, fail, OfferedModel, ok } from '@throng/contract';
import Type from 'typebox';
import { Parse } from 'typebox/value';
import type { FleetStore, KeptModel, NewFleetVersion } from '../../fleet/fleet-store.js';
import type { FleetVersion, FleetVersionHead } from '../../fleet/fleet-version.js';
import type { HeardReport } from '../../fleet/heard-report.js';
import { openDatabase } from '../store/open-database.js';
import { attempt } from '../store/store-fault.js';
import { rolloutTable } from './rollout-table.js';

interface VersionRow extends FleetVersionHead {
  readonly body: string;
}

const Content = Type.Object({ settings: FleetSettings, models: FleetModels });

const versionOf = ({ body, ...head }: VersionRow): FleetVersion => ({
  ...head,
  ...Parse(Content, JSON.parse(body)),
});

const COLUMNS = 'edge, version, saved_at AS savedAt, saved_by AS savedBy, note';

/**
 * Opens the fleet in the store's file. FULL: a version that was confirmed survives a power cut, since
 * its number is never given again.
 *
 * @throws when the file cannot be opened.
 */
export const openFleetStore = (file: string): FleetStore & { close(): void } => {
  const database = openDatabase(file);
  database.pragma('synchronous = FULL');
  const newest = database.prepare<[], VersionRow>(
    `SELECT ${COLUMNS}, body FROM fleet_version AS one WHERE version =
     (SELECT MAX(version) FROM fleet_version WHERE edge = one.edge) ORDER BY edge`,
  );
  const heads = database.prepare<[string], FleetVersionHead>(
    `SELECT ${COLUMNS} FROM fleet_version WHERE edge = ? ORDER BY version DESC`,
  );
  const one = database.prepare<[string, number], VersionRow>(
    `SELECT ${COLUMNS}, body FROM fleet_version WHERE edge = ? AND version = ?`,
  );
  const last = database.prepare<[string], { version: number }>(
    'SELECT IFNULL(MAX(version), 0) AS version FROM fleet_version WHERE edge = ?',
  );
  const add = database.prepare(
    'INSERT INTO fleet_version VALUES (@edge, @version, @savedAt, @savedBy, @note, @body)',
  );
  const save = database.transaction((made: NewFleetVersion): number | undefined => {
    const { basedOn, edge, models, note, savedAt, savedBy, settings } = made;
    if ((last.get(edge)?.version ?? 0) !== basedOn) return undefined;
    const version = basedOn + 1;
    const body = JSON.stringify({ settings, models });
    add.run({ edge, version, savedAt, savedBy, note, body });
    return version;
  });
  const reports = database.prepare<[], { heardAt: number; body: string }>(
    'SELECT heard_at AS heardAt, body FROM fleet_report ORDER BY edge',
  );
  const keepReport = database.prepare<[string, number, string]>(
    'INSERT OR REPLACE INTO fleet_report VALUES (?, ?, ?)',
  );
  const models = database.prepare<[], { addedAt: number; addedBy: string; body: string }>(
    `SELECT added_at AS addedAt, added_by AS addedBy, body FROM fleet_model ORDER BY added_at DESC`,
  );
  const addModel = database.prepare<[string, number, string, string]>(
    'INSERT OR REPLACE INTO fleet_model VALUES (?, ?, ?, ?)',
  );
  return {
    newest: () => attempt(database, () => newest.all().map(versionOf)),
    versions: (edge) => attempt(database, () => heads.all(edge)),
    read: (edge, version) =>
      attempt(database, () => {
        const row = one.get(edge, version);
        return row === undefined ? undefined : versionOf(row);
      }),
    save: (made) => {
      const saved = attempt(database, () => save.immediate(made));
      if (!saved.ok) return saved;
      return saved.value === undefined
        ? fail('outdated', `version ${made.basedOn} of "${made.edge}" is not the newest any more`)
        : ok(saved.value);
    },
    reports: () =>
      attempt(database, () =>
        reports.all().map(
          ({ body, heardAt }): HeardReport => ({
            heardAt,
            report: Parse(FleetReport, JSON.parse(body)),
          }),
        ),
      ),
    keepReport: ({ heardAt, report }) =>
      attempt(database, () => {
        keepReport.run(report.edge, heardAt, JSON.stringify(report));
      }),
    models: () =>
      attempt(database, () =>
        models.all().map(
          ({ body, ...added }): KeptModel => ({
            ...added,
            model: Parse(OfferedModel, JSON.parse(body)),
          }),
        ),
      ),
    addModel: ({ addedAt, addedBy, model }) =>
      attempt(database, () => {
        addModel.run(model.sha256, addedAt, addedBy, JSON.stringify(model));
      }),
    ...rolloutTable(database),
    close: () => database.close(),
  };
};
