import pc from 'picocolors';

/** Results go to stdout, everything for people to stderr. */
export const printJson = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
};

export const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Faults, a line each, after what they belong to. */
export const complain = (title: string, lines: readonly string[]): void => {
  process.stderr.write(`${pc.red('✗')} ${title}\n`);
  for (const line of lines) process.stderr.write(`  ${line}\n`);
};

const width = (text: string): number => text.length;

/** Rows in columns, each as wide as its widest cell. */
export const tableLines = (rows: readonly (readonly string[])[]): string[] => {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => width(row[column] ?? ''))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
};
