import { readFileSync } from 'node:fs';
import { Default } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../../../control-server/src/adapters/store/migrations/index.js';
import { ServerSettings } from '../../../../control-server/src/settings/server-settings.js';
import { SPOOL_DEFAULTS } from '../../../../edge-agent/src/settings/spool-settings.js';

const page = readFileSync('docs/kept-how-long.md', 'utf8');
const defaults = { server: Default(ServerSettings, {}), spool: SPOOL_DEFAULTS };

/** The value of a setting when nobody has set it. */
const byDefault = (path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => Object(value)[key], defaults);

const rows = page
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, , , setting]) => /^`[\w.]+`$/.test(setting ?? ''));

describe('[U] what is kept, and for how long', () => {
  it.each(rows.map(([, what, , setting, shown]) => [what, setting, shown] as const))(
    '%s: %s is %s',
    (_, setting, shown) => {
      const [, path = ''] = /`(.+)`/.exec(setting ?? '') ?? [];
      const [, count, unit = ''] = /^([\d.]+) (hours|days)$/.exec(shown ?? '') ?? [];
      expect(byDefault(path)).toBe(Number(count));
      expect(path.toLowerCase()).toContain(unit);
    },
  );

  it('names the default of each further setting that it tells of', () => {
    for (const [, path = '', count] of page.matchAll(/`(server\.[\w.]+)` \((\d+) hours\)/g)) {
      expect([path, byDefault(path)]).toEqual([path, Number(count)]);
    }
  });

  it('tells of every table of the store', () => {
    const made = [...MIGRATIONS.join('\n').matchAll(/CREATE TABLE (\w+)/g)].map(([, name]) => name);
    const dropped = [...MIGRATIONS.join('\n').matchAll(/DROP TABLE (\w+)/g)].map(
      ([, name]) => name,
    );
    const listed = new Set([...page.matchAll(/`(\w+)`/g)].map(([, name]) => name));
    const missing = made.filter((name) => !listed.has(name ?? '') && !dropped.includes(name));
    expect(missing).toEqual([]);
  });
});
