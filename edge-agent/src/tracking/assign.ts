import { munkres } from 'munkres';

/** Stands for a pair that must not be: dearer than all that may be together. */
const FORBIDDEN = 1e6;

/** Rows and columns that are joined by possible pairs, directly or over others. */
interface Group {
  readonly rows: number[];
  readonly columns: number[];
}

type Costs = readonly (readonly (number | undefined)[])[];

const groupOf = (
  costs: Costs,
  first: number,
  seen: { rows: Set<number>; columns: Set<number> },
) => {
  const group: Group = { rows: [first], columns: [] };
  seen.rows.add(first);
  for (const row of group.rows) {
    costs[row]?.forEach((cost, column) => {
      if (cost === undefined || seen.columns.has(column)) return;
      seen.columns.add(column);
      group.columns.push(column);
      costs.forEach((others, other) => {
        if (others[column] === undefined || seen.rows.has(other)) return;
        seen.rows.add(other);
        group.rows.push(other);
      });
    });
  }
  return group;
};

/**
 * The pairs (row, column) of least total cost, each row and each column in one pair at most, and
 * as many pairs as can be (Kuhn–Munkres). Rows and columns that no possible pair joins are solved
 * apart: a crowd falls into many small groups, and the effort grows with the cube of a group.
 *
 * @param costs 0 to 1 per row and column; undefined where a pair cannot be.
 */
export const assign = (costs: Costs): (readonly [row: number, column: number])[] => {
  const seen = { rows: new Set<number>(), columns: new Set<number>() };
  return costs.flatMap((_, first) => {
    if (seen.rows.has(first)) return [];
    const { columns, rows } = groupOf(costs, first, seen);
    if (columns.length === 0) return [];
    const matrix = rows.map((row) => columns.map((column) => costs[row]?.[column] ?? FORBIDDEN));
    return munkres(matrix).flatMap(([row, column]) => {
      const [ownRow, ownColumn] = [rows[row], columns[column]];
      if (ownRow === undefined || ownColumn === undefined) return [];
      const isPossible = costs[ownRow]?.[ownColumn] !== undefined;
      return isPossible ? [[ownRow, ownColumn] as const] : [];
    });
  });
};
