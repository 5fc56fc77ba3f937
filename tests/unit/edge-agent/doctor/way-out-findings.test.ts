import { describe, expect, it } from 'vitest';
import {
  certificateFinding,
  enrolmentFinding,
  identityFinding,
  spoolFinding,
} from '../../../../edge-agent/src/doctor/way-out-findings.js';

const NOW = Date.UTC(2026, 6, 4);
const DAY = 86_400_000;

describe('[U] doctor on the way out', () => {
  it.each([
    [90, true, 'valid for 90 days'],
    [13, false, 'ends in 13 days'],
    [-1, false, 'has expired'],
  ])('a certificate with %s days left', (days, ok, detail) => {
    expect(certificateFinding('certFile', NOW + days * DAY, NOW)).toMatchObject({ ok, detail });
  });

  it('a certificate that names another edge', () => {
    expect(identityFinding('box-1', 'box-1').ok).toBe(true);
    expect(identityFinding('box-2', 'box-1')).toMatchObject({
      ok: false,
      detail: 'the certificate names "box-2", and this edge is "box-1"',
    });
    expect(identityFinding(undefined, 'box-1').ok).toBe(false);
  });

  it.each([
    [0, true, 'valid for 90 days, renewed from 2026-09-02'],
    [60, true, 'its renewal is due'],
    [61, false, 'should have been renewed since 2026-09-02'],
    [90, false, 'the certificate has ended'],
  ])('[EN5] an enrolled box %i days after it was enrolled for 90', (days, ok, detail) => {
    const identity = { edge: 'box-1', venue: 'hall', issuedAt: NOW, endsAt: NOW + 90 * DAY };
    expect(enrolmentFinding(identity, NOW + days * DAY)).toMatchObject({
      ok,
      detail: expect.stringContaining(detail),
    });
  });

  it('a disk without room for the spool', () => {
    expect(spoolFinding('/s', 300 * 1024 ** 2, 256).ok).toBe(true);
    expect(spoolFinding('/s', 100 * 1024 ** 2, 256)).toMatchObject({
      ok: false,
      detail: '/s may take 256 MB, 100 MB are free',
      remedy: expect.stringContaining('spool.maxMegabytes'),
    });
  });
});
