import pc from 'picocolors';

/** Results go to stdout, everything for people to stderr. */
export const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2));

export const note = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** What went wrong, with its remedy. */
export const complain = (message: string): void => {
  const [first = '', ...rest] = message.split('\n');
  note(`${pc.red('✗')} ${first}`);
  for (const line of rest) note(`  ${line}`);
};

/** Rows in columns, each as wide as its widest cell; numbers to the right. */
export const printTable = (rows: readonly (readonly string[])[]): void => {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const cells = Array.from({ length: columns }, (_, column) =>
    rows.map((row) => row[column] ?? ''),
  );
  const widths = cells.map((column) => Math.max(...column.map((cell) => cell.length)));
  const numeric = cells.map((column) =>
    column.slice(1).every((cell) => /^[+-]?[\d.,]+$/.test(cell)),
  );
  for (const row of rows) {
    const line = widths.map((width, column) =>
      numeric[column] ? (row[column] ?? '').padStart(width) : (row[column] ?? '').padEnd(width),
    );
    print(line.join('  ').trimEnd());
  }
};
