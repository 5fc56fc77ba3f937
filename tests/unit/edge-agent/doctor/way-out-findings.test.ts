import { describe, expect, it } from 'vitest';
import {
  certificateFinding,
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

  it('a disk without room for the spool', () => {
    expect(spoolFinding('/s', 300 * 1024 ** 2, 256).ok).toBe(true);
    expect(spoolFinding('/s', 100 * 1024 ** 2, 256)).toMatchObject({
      ok: false,
      detail: '/s may take 256 MB, 100 MB are free',
      remedy: expect.stringContaining('spool.maxMegabytes'),
    });
  });
});
