import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { trackedFiles } from './tracked-files.js';

const SPECS = ['packages/contract/SPEC.md', 'control-server/SPEC.md'] as const;

/** The rules that a page numbers, in its order: `- **MW3** …`. */
const rulesOf = (page: string): string[] =>
  [...readFileSync(page, 'utf8').matchAll(/^- \*\*([A-Z]+\d+)\*\*/gm)].map(
    (match) => match[1] ?? '',
  );

/** The rules that the names of tests quote: `it('[MW3] …')`. */
const quoted = new Set(
  trackedFiles('tests/*.test.ts', 'tests/**/*.test.ts')
    .filter((path) => !path.startsWith('tests/architecture/'))
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/\[([A-Z]+\d+)\]/g)])
    .map((match) => match[1] ?? ''),
);

describe('[U] numbered rules', () => {
  it.each(SPECS)('%s numbers each rule once', (page) => {
    const rules = rulesOf(page);
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.filter((rule, index) => rules.indexOf(rule) !== index)).toEqual([]);
  });

  it.each(SPECS)('each rule of %s is quoted by a test', (page) => {
    expect(rulesOf(page).filter((rule) => !quoted.has(rule))).toEqual([]);
  });
});
