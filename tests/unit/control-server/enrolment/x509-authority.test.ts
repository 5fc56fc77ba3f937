import { createPrivateKey, X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  makeAuthority,
  X509Authority,
} from '../../../../control-server/src/adapters/enrolment/x509-authority.js';
import { makeKeyAndRequest } from '../../../../edge-agent/src/adapters/identity/certificate-request.js';

const NOW = Date.UTC(2026, 6, 4, 12);
const DAY = 86_400_000;

let authority: X509Authority;
beforeAll(async () => {
  authority = await X509Authority.open(await makeAuthority('Hall', NOW), undefined);
});

const issue = async (request: string, days = 90) => {
  const issued = await authority.issueAgent(request, 'box-1', days, NOW);
  if (!issued.ok) return issued.code;
  return { ...issued.value, shown: new X509Certificate(issued.value.pem) };
};

describe('[U] authority of a venue', () => {
  it('[EN4] signs for the key of the request, by the name of the code, for clients only', async () => {
    const { key, request } = await makeKeyAndRequest('somebody-else');
    const issued = await issue(request);
    if (typeof issued === 'string') throw new Error(issued);
    const { endsAt, serial, shown } = issued;
    expect(shown.subject).toBe('CN=box-1');
    expect(shown.subjectAltName).toBeUndefined();
    expect(shown.checkPrivateKey(createPrivateKey(key))).toBe(true);
    const own = new X509Certificate(authority.ca);
    expect(shown.checkIssued(own) && shown.verify(own.publicKey)).toBe(true);
    expect(shown.keyUsage).toEqual(['1.3.6.1.5.5.7.3.2']);
    expect([shown.ca, own.ca]).toEqual([false, true]);
    expect(shown.serialNumber.toLowerCase()).toBe(serial);
    expect(endsAt).toBe(NOW + 90 * DAY);
    expect(Date.parse(shown.validFrom)).toBe(NOW - 5 * 60_000);
  });

  it('[EN2] refuses a request that its own key has not signed, and what is none', async () => {
    const { request } = await makeKeyAndRequest('box-1');
    const lines = request.trim().split('\n');
    const body = Buffer.from(lines.slice(1, -1).join(''), 'base64');
    const last = body.length - 1;
    body.writeUInt8(body.readUInt8(last) ^ 1, last);
    const forged = [lines[0], body.toString('base64'), lines.at(-1)].join('\n');
    expect(await issue(forged)).toBe('bad-request');
    expect(await issue(authority.ca)).toBe('bad-request');
    expect(await issue(request.replace(/[A-Z]{4}/, 'AAAA'))).toBe('bad-request');
  });

  it('gives out nothing that outlives it, and no serial number twice', async () => {
    const { request } = await makeKeyAndRequest('box-1');
    const [one, other] = await Promise.all([issue(request, 20_000), issue(request)]);
    if (typeof one === 'string' || typeof other === 'string') throw new Error('not issued');
    expect(one.endsAt).toBe(Date.parse(new X509Certificate(authority.ca).validTo));
    expect(one.serial).not.toBe(other.serial);
  });

  it('opens by its own passphrase only, and with its own key only', async () => {
    const pair = await makeAuthority('Hall', NOW);
    const cipher = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc' } as const;
    const key = createPrivateKey(pair.key)
      .export({ ...cipher, passphrase: 'right' })
      .toString();
    await expect(X509Authority.open({ ...pair, key }, 'right')).resolves.toBeDefined();
    await expect(X509Authority.open({ ...pair, key }, 'wrong')).rejects.toThrow();
    await expect(X509Authority.open({ ...pair, key }, undefined)).rejects.toThrow();
    const other = await makeAuthority('Hall', NOW);
    await expect(X509Authority.open({ ...pair, key: other.key }, undefined)).rejects.toThrow(
      'not that of the certificate',
    );
  });
});
