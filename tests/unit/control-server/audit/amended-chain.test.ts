import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { AuditEntry, AuditRecord } from '../../../../control-server/src/audit/audit-entry.js';
import {
  type Amendments,
  EMPTY_CHAIN,
  NO_AMENDMENTS,
  type SealedRecord,
  seal,
  verifyChain,
} from '../../../../control-server/src/audit/hash-chain.js';
import { redactedBody, redactionDigest } from '../../../../control-server/src/audit/redaction.js';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

const entry = (change: Partial<AuditEntry>): AuditEntry => ({
  at: '2026-07-04T19:30:00.000Z',
  actor: 'ada',
  role: 'admin',
  action: 'record-viewed',
  subject: 'zone',
  outcome: 'done',
  details: {},
  versions: {},
  ...change,
});

const chainOf = (entries: readonly AuditEntry[]): SealedRecord[] => {
  const records: SealedRecord[] = [];
  for (const each of entries) records.push(seal(records.at(-1) ?? EMPTY_CHAIN, each, digest));
  return records;
};

const headOf = ({ sequence, hash }: SealedRecord) => ({ sequence, hash });

describe('[U] a chain of which old records were erased', () => {
  const old = chainOf([entry({}), entry({}), entry({})]);
  const start = headOf(old[1] ?? old[0] ?? seal(EMPTY_CHAIN, entry({}), digest));
  const vouched = seal(
    old[2] ?? EMPTY_CHAIN,
    entry({ actor: 'server', action: 'audit-pruned', subject: `${start.sequence}:${start.hash}` }),
    digest,
  );
  const left = [...old.slice(2), vouched];
  const amendments: Amendments = {
    ...NO_AMENDMENTS,
    start,
    vouchers: [{ action: 'audit-pruned', subject: `${start.sequence}:${start.hash}` }],
  };

  it('is followed from its anchor', () => {
    expect(verifyChain(left, digest, [], amendments)).toEqual({ ok: true, head: headOf(vouched) });
  });

  it('is broken without the anchor, with another one, or where no record says so', () => {
    expect(verifyChain(left, digest)).toMatchObject({ ok: false, sequence: 1, fault: 'sequence' });
    const other = { ...amendments, start: { ...start, hash: digest('another') } };
    expect(verifyChain(left, digest, [], other)).toMatchObject({ sequence: 3, fault: 'previous' });
    expect(verifyChain(left.slice(0, 1), digest, [], amendments)).toMatchObject({
      ok: false,
      fault: 'amendment',
    });
  });
});

describe('[U] a chain from which a name was taken', () => {
  const entries = [
    entry({ actor: 'kim', subject: 'alert-1', details: { comment: 'all quiet' } }),
    entry({ action: 'alert-assigned', subject: 'alert-1', details: { assignee: 'kim' } }),
    entry({ subject: 'kim-gate' }),
  ];
  const before = chainOf(entries);
  const redacted = before.flatMap(({ sequence, body }) => {
    const record: AuditRecord = JSON.parse(body);
    const text = redactedBody(record, 'kim', 'erased-1');
    return text === undefined ? [] : [{ sequence, text, textHash: digest(text) }];
  });
  const whole = redactionDigest(redacted, digest);
  const vouched = seal(
    before[2] ?? EMPTY_CHAIN,
    entry({ action: 'account-erased', subject: 'erased-1', details: { digest: whole } }),
    digest,
  );
  const after = [
    ...before.map((record) => ({
      ...record,
      body: redacted.find(({ sequence }) => sequence === record.sequence)?.text ?? record.body,
    })),
    vouched,
  ];
  const amendments: Amendments = {
    ...NO_AMENDMENTS,
    redacted: new Map(redacted.map(({ sequence, textHash }) => [sequence, textHash])),
    vouchers: [{ action: 'account-erased', subject: 'erased-1', digest: whole }],
  };

  it('holds the pseudonym where the name was, and all else as it was', () => {
    expect(redacted.map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect(JSON.stringify(after)).not.toMatch(/\\"kim\\"/);
    expect(JSON.parse(after[0]?.body ?? '')).toMatchObject({
      actor: 'erased-1',
      details: { comment: 'all quiet' },
    });
    expect(after[2]?.body).toContain('kim-gate');
  });

  it('is whole, and heads noted before still stand', () => {
    const noted = before.map(headOf);
    expect(verifyChain(after, digest, noted, amendments)).toMatchObject({ ok: true });
    expect(verifyChain(after, digest, noted)).toMatchObject({ sequence: 1, fault: 'hash' });
  });

  it('shows a later change of what is left, and a redaction that nobody put on record', () => {
    const forged = after.map((record) => ({
      ...record,
      body: record.body.replace('all quiet', 'not quiet'),
    }));
    expect(verifyChain(forged, digest, [], amendments)).toMatchObject({ fault: 'hash' });
    // Whoever also exchanges the hash of what is left does not fit the digest on record.
    const texts = redacted.map((each) => ({ ...each, textHash: digest(`forged ${each.text}`) }));
    const other = { action: 'account-erased', subject: 'erased-1' } as const;
    const voucher = { ...other, digest: redactionDigest(texts, digest) };
    expect(verifyChain(after, digest, [], { ...amendments, vouchers: [voucher] })).toMatchObject({
      fault: 'amendment',
    });
  });
});
