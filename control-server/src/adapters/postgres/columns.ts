/** Rows of one statement: what waited through an outage is sent in bites, none of which keeps the process busy for long. */
const BITE = 10_000;

export const bites = <Row>(rows: readonly Row[]): (readonly Row[])[] =>
  Array.from({ length: Math.ceil(rows.length / BITE) }, (_, index) =>
    rows.slice(index * BITE, (index + 1) * BITE),
  );

/** The lists of values, a list per column, that UNNEST makes rows of: one statement, however many rows. */
export const columns = <Row>(
  rows: readonly Row[],
  ...values: readonly ((row: Row) => unknown)[]
): unknown[][] => values.map((value) => rows.map(value));
