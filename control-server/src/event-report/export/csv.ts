/** A field of a row; null is an empty one. */
export type CsvField = string | number | null;

const QUOTED = /[",\r\n]/;

const write = (field: CsvField): string => {
  if (field === null) return '';
  const text = String(field);
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Rows as CSV by RFC 4180, the names of the columns first. */
export const toCsv = (columns: readonly string[], rows: Iterable<readonly CsvField[]>): string => {
  const lines = [columns.map(write).join(',')];
  for (const row of rows) lines.push(row.map(write).join(','));
  return `${lines.join('\r\n')}\r\n`;
};
