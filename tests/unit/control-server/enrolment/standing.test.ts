import { describe, expect, it } from 'vitest';
import {
  type AgentCertificate,
  certificateFault,
  normalSerial,
} from '../../../../control-server/src/enrolment/agent-certificate.js';
import { CertificateStanding } from '../../../../control-server/src/enrolment/standing.js';
import type { StoreResult } from '../../../../control-server/src/store/measurement-store.js';

const NOW = Date.UTC(2026, 6, 4, 12);
const certificate = (serial: string, change: Partial<AgentCertificate> = {}): AgentCertificate => ({
  ...{ serial, edge: 'box-1', fingerprint: serial, issuedAt: NOW, endsAt: NOW + 1_000 },
  ...{ issuedBy: 'kim', seenAt: null, revokedAt: null, reason: null },
  ...change,
});

/** A store whose content a test exchanges, and what it was told of who was seen. */
const standingOver = (first: readonly AgentCertificate[]) => {
  let [content, now]: [StoreResult<readonly AgentCertificate[]>, number] = [
    { ok: true, value: first },
    NOW,
  ];
  const seen: [string, number][] = [];
  const store = {
    certificates: () => content,
    seen: (serial: string, at: number): StoreResult<void> => {
      seen.push([serial, at]);
      return { ok: true, value: undefined };
    },
  };
  const standing = new CertificateStanding(store, { now: () => now });
  return {
    standing,
    seen,
    hold: (next: typeof content) => {
      content = next;
    },
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
};

describe('[U] standing of certificates', () => {
  it('reads a serial number in whichever way it is written', () => {
    expect(['0A:1B', '0a1b', 'A1B', '00a1b'].map(normalSerial)).toEqual(Array(4).fill('a1b'));
    expect(normalSerial('00')).toBe('0');
  });

  it('is good until it ends or is revoked', () => {
    expect(certificateFault(certificate('a'), NOW + 999)).toBeUndefined();
    expect(certificateFault(certificate('a'), NOW + 1_000)).toBe('ended');
    expect(certificateFault(certificate('a', { revokedAt: NOW }), NOW + 2_000)).toBe('revoked');
  });

  it('says when more are revoked than before, and by each way of writing', () => {
    const { hold, standing } = standingOver([certificate('a1'), certificate('b2')]);
    expect(standing.isRevoked('A1')).toBe(false);
    expect(standing.refresh()).toBe(false);
    hold({ ok: true, value: [certificate('a1', { revokedAt: NOW }), certificate('b2')] });
    expect(standing.refresh()).toBe(true);
    expect(standing.refresh()).toBe(false);
    expect([standing.isRevoked('00:A1'), standing.isRevoked('b2')]).toEqual([true, false]);
  });

  it('an edge is lost when all that it had is revoked, and not when its certificate just ended', () => {
    const revoked = { revokedAt: NOW };
    const { hold, pass, standing } = standingOver([
      certificate('a', revoked),
      certificate('b'),
      certificate('c', { edge: 'box-2', ...revoked }),
    ]);
    expect(['box-1', 'box-2', 'never-enrolled'].map((edge) => standing.isLost(edge))).toEqual([
      ...[false, true, false],
    ]);
    pass(2_000);
    standing.refresh();
    expect(standing.isLost('box-1')).toBe(false);
    hold({ ok: true, value: [certificate('a', revoked), certificate('b', revoked)] });
    standing.refresh();
    expect(standing.isLost('box-1')).toBe(true);
  });

  it('a store that cannot be read leaves the last word in force', () => {
    const { hold, standing } = standingOver([certificate('a', { revokedAt: NOW })]);
    hold({ ok: false, code: 'locked', message: 'busy' });
    expect(standing.refresh()).toBe(false);
    expect(standing.isRevoked('a')).toBe(true);
  });

  it('notes once a minute at most when a box was seen', () => {
    const { pass, seen, standing } = standingOver([certificate('a')]);
    standing.seen('0A');
    pass(59_999);
    standing.seen('a');
    pass(1);
    standing.seen('a');
    expect(seen).toEqual([
      ['a', NOW],
      ['a', NOW + 60_000],
    ]);
  });
});
