import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { trackedFiles } from './tracked-files.js';

const pages = trackedFiles('*.md').filter((path) => existsSync(path));
const text = (path: string) => readFileSync(path, 'utf8');

const scripts = new Set<string>();
for (const file of trackedFiles('package.json', '*/package.json')) {
  const parsed: unknown = JSON.parse(text(file));
  const block =
    typeof parsed === 'object' && parsed !== null && 'scripts' in parsed ? parsed.scripts : {};
  for (const name of Object.keys(block ?? {})) scripts.add(name);
}

describe('[U] documents', () => {
  it.each(pages)('%s links to files that exist', (page) => {
    const links = [...text(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(
      (match) => match[1] ?? '',
    );
    const broken = links
      .filter((link) => !/^[a-z]+:/.test(link))
      .filter((link) => !existsSync(join(dirname(page), link)));
    expect(broken).toEqual([]);
  });

  it.each(pages)('%s names commands that exist', (page) => {
    const named = [...text(page).matchAll(/npm run ([a-z][a-z:-]*)/g)].map(
      (match) => match[1] ?? '',
    );
    expect(named.filter((name) => !scripts.has(name))).toEqual([]);
  });

  it('the decisions are all listed', () => {
    const listed = text('docs/adr/README.md');
    const missing = pages.filter(
      (page) => /^docs\/adr\/\d/.test(page) && !listed.includes(page.replace('docs/adr/', '')),
    );
    expect(missing).toEqual([]);
  });
});
