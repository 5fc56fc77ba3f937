import { describe, expect, it } from 'vitest';
import type { AgentCertificate } from '../../../../control-server/src/enrolment/agent-certificate.js';
import { dueExpulsions } from '../../../../control-server/src/enrolment/expulsions.js';

const NOW = Date.UTC(2026, 6, 4, 12);
const certificate = (edge: string, change: Partial<AgentCertificate> = {}): AgentCertificate => ({
  ...{ serial: edge, edge, fingerprint: edge, issuedAt: 0, endsAt: NOW + 86_400_000 },
  ...{ issuedBy: 'kim', seenAt: null, revokedAt: null, reason: null },
  ...change,
});

/** Seconds after a revocation at which one certificate's box is due, looked at once a second for half an hour. */
const momentsOf = (...certificates: readonly AgentCertificate[]): number[] => {
  const moments: number[] = [];
  for (let second = 0; second <= 1_800; second += 1) {
    const now = NOW + 1_000 * second;
    if (dueExpulsions(certificates, now - 1_000, now).length > 0) moments.push(second);
  }
  return moments;
};

describe('[U] expulsions', () => {
  it('ends the session of a revoked box again and again, for its broker may take the list late', () => {
    expect(momentsOf(certificate('box-1', { revokedAt: NOW }))).toEqual([1, 5, 15, 60, 300, 900]);
  });

  it('once where its edge has a good certificate too: its rightful box ends the other by coming', () => {
    const former = certificate('box-1', { serial: 'old', revokedAt: NOW });
    expect(momentsOf(certificate('box-1'), former)).toEqual([60]);
  });

  it('never where nothing is revoked, or what is revoked has ended anyway', () => {
    expect(momentsOf(certificate('box-1'))).toEqual([]);
    expect(momentsOf(certificate('box-1', { revokedAt: NOW, endsAt: NOW }))).toEqual([]);
  });

  it('misses no moment however late it looks, and names each edge once', () => {
    const revoked = [
      certificate('box-2', { revokedAt: NOW }),
      certificate('box-1', { revokedAt: NOW - 60_000 }),
      certificate('box-1', { serial: 'other', revokedAt: NOW }),
    ];
    expect(dueExpulsions(revoked, NOW - 1, NOW + 60_000)).toEqual(['box-1', 'box-2']);
    expect(dueExpulsions(revoked, NOW + 900_000, NOW + 1_000_000)).toEqual([]);
  });
});
