import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FAULTS } from '../../chaos/faults.js';
import { chosen } from '../../chaos/runner/chosen.js';
import { readResults } from '../../chaos/runner/result.js';
import { underFire } from '../../chaos/runner/table.js';
import { accountOf } from '../../chaos/world/measured.js';

const docs = (name: string) => new URL(`../../../docs/${name}`, import.meta.url).pathname;

describe('[U] docs/under-fire.md', () => {
  it('is the table of all faults and of what was last seen of each', () => {
    const results = readResults(docs('under-fire.json'));
    const written = readFileSync(docs('under-fire.md'), 'utf8');
    expect(written, 'renew it with `npm run chaos -- --write`').toBe(underFire(FAULTS, results));
    const names = FAULTS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(Object.keys(results)));
  });

  it('says of a fault that was never run that it was not', () => {
    const [fault] = FAULTS;
    expect(underFire(FAULTS.slice(0, 1), {})).toContain(`| ${fault?.name} |`);
    expect(underFire(FAULTS.slice(0, 1), {})).toContain('| not run | Not run yet. |');
  });

  it('names a broken promise as broken', () => {
    const fault = { name: 'x', done: 'done', promised: 'all', run: () => Promise.reject() };
    const seen = { fault: 'x', at: '2026-07-04T19:30:00.000Z', command: 'c', seconds: 90 };
    const result = { ...seen, machine: 'm', seen: 'one | lost', isKept: false, figures: {} };
    const table = underFire([fault], { x: result });
    expect(table).toContain('| **broken** | one \\| lost | `c`, 2026-07-04 19:30 UTC, 90 s |');
  });
});

describe('[U] which faults', () => {
  it('all without a name, else those of the names; another name is refused with what there is', () => {
    expect(chosen(FAULTS, [])).toBe(FAULTS);
    expect(chosen(FAULTS, ['network-cut']).map(({ name }) => name)).toEqual(['network-cut']);
    expect(() => chosen(FAULTS, ['locusts'])).toThrow(/no fault "locusts".*random-kills/);
  });
});

describe('[U] the account of an evening', () => {
  const box = {
    cameras: ['a', 'b'],
    ledger: [0, 1, 2].map((sequence) => ({ bootId: 'one', sequence, at: 10 + sequence })),
  };
  const rows = (...cells: readonly string[]) =>
    cells.map((cell) => ({ camera: cell.slice(0, 1), at: Number(cell.slice(1)) }));

  it('counts every window of every camera once', () => {
    const all = rows('a10', 'b10', 'a11', 'b11', 'a12', 'b12');
    const whole = { measured: 6, stored: 6, lost: 0, cutOff: 0, doubled: 0 };
    expect(accountOf([{ ...box, newestOnDisk: new Map() }], all)).toEqual(whole);
  });

  it('what had been on disk is lost, what never was is cut off', () => {
    const record = { ...box, newestOnDisk: new Map([['one', 1]]) };
    const account = accountOf([record], rows('a10', 'b10', 'a11'));
    expect(account).toMatchObject({ stored: 3, lost: 1, cutOff: 2 });
    expect(account.missing).toEqual(['b one 1 1970-01-01T00:00:11.000Z']);
  });

  it('a row that nobody measured, or that is there twice, is one too many', () => {
    const record = { ...box, newestOnDisk: new Map<string, number>() };
    const account = accountOf([record], rows('a10', 'a10', 'b10', 'c10'));
    expect(account).toMatchObject({ stored: 2, doubled: 2 });
  });
});
