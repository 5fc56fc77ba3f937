import { LineCounter, parseDocument } from 'yaml';

/** The content of a YAML text, or every fault of its form with line and column. */
export const parseYaml = (text: string): { value: unknown; faults: string[] } => {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const faults = document.errors.map(({ message, pos: [offset] }) => {
    const { line, col } = lineCounter.linePos(offset);
    return `line ${line}, column ${col}: ${message}`;
  });
  return { value: faults.length === 0 ? document.toJS({ maxAliasCount: 100 }) : undefined, faults };
};
