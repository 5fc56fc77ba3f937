import { X509Certificate } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { renewOwn } from '../../../../control-server/src/adapters/enrolment/renew-own.js';
import {
  makeAuthority,
  X509Authority,
} from '../../../../control-server/src/adapters/enrolment/x509-authority.js';
import { createEnrolmentMetrics } from '../../../../control-server/src/adapters/metrics/enrolment-metrics.js';
import { readKeyPair } from '../../../../control-server/src/adapters/tls/key-pair.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const NOW = Date.UTC(2026, 6, 4, 12);
const DAY = 86_400_000;

const house = async () => X509Authority.open(await makeAuthority('Hall', NOW), undefined);

/** A certificate of the server for 30 days, in files. */
const served = async (authority: X509Authority) => {
  const folder = await temporaryFolder();
  const files = { certFile: join(folder, 'server.pem'), keyFile: join(folder, 'server.key') };
  const pair = await authority.issueOwn('server', {
    ...{ days: 30, now: NOW, uses: ['server', 'client'], names: ['hall.venue', '10.0.0.5'] },
  });
  await writeFile(files.certFile, pair.cert);
  await writeFile(files.keyFile, pair.key, { mode: 0o600 });
  return files;
};

describe('[U] the server’s own certificate', () => {
  it('is issued anew when a third of its life is left, for the same names and uses', async () => {
    const authority = await house();
    const files = await served(authority);
    expect(await renewOwn(files, authority, NOW + 19 * DAY)).toBe(false);
    const before = new X509Certificate(await readFile(files.certFile));
    const then = NOW + 21 * DAY;
    expect(await renewOwn(files, authority, then)).toBe(true);
    const after = new X509Certificate(await readFile(files.certFile));
    expect(after.subjectAltName).toBe('DNS:hall.venue, IP Address:10.0.0.5');
    expect([after.subject, after.keyUsage]).toEqual([before.subject, before.keyUsage]);
    expect(after.serialNumber).not.toBe(before.serialNumber);
    expect(Date.parse(after.validTo)).toBe(then + 30 * DAY);
    expect(await readKeyPair(files, then)).toMatchObject({ ok: true });
    expect((await stat(files.keyFile)).mode & 0o777).toBe(0o600);
    expect(await renewOwn(files, authority, then)).toBe(false);
  });

  it('is left alone where another authority has given it', async () => {
    const files = await served(await house());
    expect(await renewOwn(files, await house(), NOW + 29 * DAY)).toBe(false);
  });
});

describe('[U] metrics of enrolment', () => {
  it('tells until when each box may speak, by the newest of its certificates that is good', async () => {
    const registry = new Registry();
    const base = { fingerprint: '', issuedBy: 'kim', seenAt: null, revokedAt: null, reason: null };
    const certificate = (serial: string, edge: string, days: number, change: object = {}) => ({
      ...{ ...base, serial, edge, issuedAt: NOW, endsAt: NOW + days * DAY },
      ...change,
    });
    const value = [
      certificate('new', 'box-1', 90),
      certificate('old', 'box-1', 20),
      certificate('gone', 'box-2', 90, { revokedAt: NOW }),
      certificate('ended', 'box-3', -1),
    ];
    createEnrolmentMetrics(
      registry,
      { certificates: () => ({ ok: true, value }) },
      { now: () => NOW },
    );
    const text = await registry.metrics();
    expect(text.split('\n').filter((line) => /^throng_box/.test(line))).toEqual([
      `throng_box_certificate_end_timestamp_seconds{edge="box-1"} ${(NOW + 90 * DAY) / 1_000}`,
    ]);
  });
});
