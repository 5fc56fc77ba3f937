import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../../control-server/src/audit/audit-entry.js';
import { canonicalJson } from '../../../../control-server/src/audit/canonical-json.js';
import {
  EMPTY_CHAIN,
  type SealedRecord,
  seal,
  verifyChain,
} from '../../../../control-server/src/audit/hash-chain.js';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

const entry = (subject: string): AuditEntry => ({
  at: '2026-07-04T19:30:00.000Z',
  actor: 'ada',
  role: 'admin',
  action: 'record-viewed',
  subject,
  outcome: 'done',
  details: {},
  versions: {},
});

const chainOf = (length: number): SealedRecord[] => {
  const records: SealedRecord[] = [];
  for (let index = 0; index < length; index += 1) {
    records.push(seal(records.at(-1) ?? EMPTY_CHAIN, entry(`zone ${index}`), digest));
  }
  return records;
};

const RECORDS = chainOf(12);
const somewhere = fc.integer({ min: 0, max: RECORDS.length - 1 });

/** The same records with the one at `index` exchanged. */
const exchanged = (index: number, change: (record: SealedRecord) => SealedRecord) =>
  RECORDS.map((record, at) => (at === index ? change(record) : record));

describe('[U] the hash chain', () => {
  it('is whole as it was written', () => {
    const head = RECORDS.at(-1);
    expect(verifyChain(RECORDS, digest)).toEqual({
      ok: true,
      head: { sequence: 12, hash: head?.hash },
    });
    expect(verifyChain([], digest)).toEqual({ ok: true, head: EMPTY_CHAIN });
  });

  it('shows the first record of which any letter was changed', () => {
    fc.assert(
      fc.property(somewhere, fc.nat(), (index, offset) => {
        const changed = exchanged(index, (record) => {
          const at = offset % record.body.length;
          const letter = record.body[at] === 'x' ? 'y' : 'x';
          return { ...record, body: record.body.slice(0, at) + letter + record.body.slice(at + 1) };
        });
        expect(verifyChain(changed, digest)).toMatchObject({
          ok: false,
          sequence: index + 1,
          fault: 'hash',
        });
      }),
    );
  });

  it('shows a record that was rewritten with a hash of its own, by the one after it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: RECORDS.length - 2 }), (index) => {
        const forged = seal(RECORDS[index - 1] ?? EMPTY_CHAIN, entry('forged'), digest);
        const changed = exchanged(index, () => forged);
        expect(verifyChain(changed, digest)).toMatchObject({
          ok: false,
          sequence: index + 2,
          fault: 'previous',
        });
      }),
    );
  });

  it('shows a record that is missing, doubled or out of place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: RECORDS.length - 2 }), (index) => {
        const at = RECORDS[index];
        if (at === undefined) throw new Error('no such record');
        const missing = RECORDS.filter((record) => record !== at);
        const doubled = RECORDS.flatMap((record) => (record === at ? [record, record] : [record]));
        expect(verifyChain(missing, digest)).toMatchObject({ ok: false, sequence: index + 1 });
        expect(verifyChain(doubled, digest)).toMatchObject({ ok: false, sequence: index + 2 });
        expect(verifyChain([...RECORDS].reverse(), digest)).toMatchObject({
          ok: false,
          sequence: 1,
        });
      }),
    );
  });

  it('shows an end that was cut off, or a whole chain written anew, by an anchor alone', () => {
    const anchor = { sequence: 10, hash: RECORDS[9]?.hash ?? '' };
    expect(verifyChain(RECORDS, digest, [anchor])).toMatchObject({ ok: true });
    const cut = RECORDS.slice(0, 8);
    expect(verifyChain(cut, digest)).toMatchObject({ ok: true });
    expect(verifyChain(cut, digest, [anchor])).toEqual({
      ok: false,
      sequence: 9,
      fault: 'sequence',
    });
    const anew: SealedRecord[] = [];
    for (let index = 0; index < 12; index += 1) {
      anew.push(seal(anew.at(-1) ?? EMPTY_CHAIN, entry('another story'), digest));
    }
    expect(verifyChain(anew, digest)).toMatchObject({ ok: true });
    expect(verifyChain(anew, digest, [anchor])).toMatchObject({ ok: false, sequence: 10 });
  });

  it('a text that is no record is unreadable, not a crash', () => {
    const broken = exchanged(3, (record) => ({ ...record, body: '{', hash: digest('{') }));
    expect(verifyChain(broken, digest)).toMatchObject({
      ok: false,
      sequence: 4,
      fault: 'unreadable',
    });
  });
});

describe('[U] canonical JSON', () => {
  it('is one text for one value, whatever the order of its fields', () => {
    const jsonValue = fc.jsonValue({ maxDepth: 3 });
    const shuffled = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shuffled);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, field]) => [key, shuffled(field)]),
      );
    };
    fc.assert(
      fc.property(jsonValue, (value) => {
        const text = canonicalJson(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(JSON.stringify(shuffled(value))))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('sorts by code units and writes numbers as ECMAScript does (RFC 8785)', () => {
    const value = { '€': 1, a: 1e21, '\r': 'x', '1': [0.1, -0, 333333333.3333333], u: undefined };
    expect(canonicalJson(value)).toBe('{"\\r":"x","1":[0.1,0,333333333.3333333],"a":1e+21,"€":1}');
    expect(() => canonicalJson(Number.NaN)).toThrow(RangeError);
  });
});
