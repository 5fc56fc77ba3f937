/** Results go to stdout, everything else to stderr. */
export const note = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

export const printJson = (value: object): void => {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
};

/** Rows in columns, each as wide as its widest cell; numbers to the right. */
export const printTable = (rows: readonly (readonly string[])[]): void => {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const cellsOf = (column: number) => rows.map((row) => row[column] ?? '');
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...cellsOf(column).map((cell) => cell.length)),
  );
  const isNumeric = widths.map((_, column) =>
    cellsOf(column)
      .slice(1)
      .every((cell) => /^[+-]?[\d.]*$/.test(cell)),
  );
  for (const row of rows) {
    const line = widths.map((width, column) =>
      isNumeric[column] ? (row[column] ?? '').padStart(width) : (row[column] ?? '').padEnd(width),
    );
    process.stdout.write(`  ${line.join('  ').trimEnd()}\n`);
  }
};

/** Says on stderr how far a bench is: one line that is written over on a terminal. */
export const progress = (line: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
  else note(line);
};

export const endProgress = (): void => {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
};
