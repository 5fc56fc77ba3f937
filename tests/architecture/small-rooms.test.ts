import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { trackedFiles } from './tracked-files.js';

const sources = trackedFiles('*.ts', '*.tsx', '*.mjs', '*.py').filter((path) => existsSync(path));
const lines = (path: string) => readFileSync(path, 'utf8').split('\n').length;

describe('[U] small rooms', () => {
  it('no file is longer than 400 lines', () => {
    expect(sources.filter((path) => lines(path) > 400)).toEqual([]);
  });

  it('at most one source file in twenty is longer than 250 lines', () => {
    const own = sources.filter((path) => path.includes('/src/'));
    const long = own.filter((path) => lines(path) > 250);
    expect(long.length, long.join(', ')).toBeLessThanOrEqual(own.length / 20);
  });

  it('files are named in kebab-case', () => {
    const odd = sources.filter(
      (path) => !path.endsWith('.py') && !/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(basename(path)),
    );
    expect(odd).toEqual([]);
  });

  it('no room is a grab-bag', () => {
    const vague = /(^|\/)(utils?|helpers?|managers?|misc|common)([./-]|$)/;
    expect(sources.filter((path) => vague.test(path))).toEqual([]);
  });

  it('the page touches the DOM only where it draws', () => {
    const dom = /\b(document|window|localStorage|navigator|HTMLElement)\b\s*[.[(]/;
    const loose = sources.filter(
      (path) =>
        /^dashboard\/src\/(state|texts)\//.test(path) && dom.test(readFileSync(path, 'utf8')),
    );
    expect(loose).toEqual([]);
  });
});
