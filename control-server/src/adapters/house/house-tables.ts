import type Database from 'better-sqlite3';

/** Tables of the store's file whose rows PostgreSQL keeps as a measurement store; all others are the house's. */
const MEASURED: ReadonlySet<string> = new Set([
  ...['zone_settled', 'zone_recent', 'passage_settled', 'passage_recent'],
  ...['alert', 'alert_transition', 'edge_health'],
  ...['delivery', 'evening_profile', 'house_change', 'sqlite_sequence'],
]);

interface Column {
  readonly name: string;
  readonly type: string;
  /** Its place in the primary key, from 1; 0 where it is none of it. */
  readonly pk: number;
}

export interface HouseTable {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Columns of the primary key, in order. */
  readonly key: readonly string[];
}

/** The house's tables as they are, so that one which a later release adds is carried along. */
export const houseTables = (database: Database.Database): HouseTable[] =>
  database
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .all()
    .filter(({ name }) => !MEASURED.has(name))
    .map(({ name }) => {
      const columns = database
        .prepare<[string], Column>('SELECT name, type, pk FROM pragma_table_info(?)')
        .all(name);
      const key = columns.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
      return { name, columns, key: key.map((column) => column.name) };
    });
