import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serverAddress } from '../../../../edge-agent/src/adapters/fleet/server-address.js';
import { trustedKey } from '../../../../edge-agent/src/adapters/fleet/trusted-key.js';
import { fleetKeys } from '../../../support/fleet-samples.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const keys = fleetKeys();
const other = fleetKeys();
const pem = (base64: string) => `-----BEGIN PUBLIC KEY-----\n${base64}\n-----END PUBLIC KEY-----\n`;
const enrolled = async (identity: object): Promise<string> => {
  const state = await temporaryFolder();
  await mkdir(join(state, 'identity'));
  await writeFile(join(state, 'identity', 'identity.json'), JSON.stringify(identity));
  return state;
};
const trusts = async (...given: Parameters<typeof trustedKey>) => {
  const key = await trustedKey(...given);
  if (!key.ok) throw new Error(key.message);
  return key.value?.('text', keys.sign('text'));
};

describe('[U] key that a box trusts', () => {
  it.each([
    ['base64', keys.publicKey],
    ['PEM', pem(keys.publicKey)],
    ['bare', Buffer.from(keys.publicKey, 'base64').subarray(-32).toString('base64')],
  ])('[FL2] is taken from the settings as %s', async (_, key) => {
    expect(await trusts({ key }, '/', '/nowhere')).toBe(true);
  });

  it('[FL2] is taken from a file, and else from the enrolment', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'server.key'), pem(keys.publicKey));
    expect(await trusts({ keyFile: 'server.key' }, folder, '/nowhere')).toBe(true);
    const state = await enrolled({ fleetKey: keys.publicKey });
    expect(await trusts({}, '/', state)).toBe(true);
    expect(await trusts({ key: other.publicKey }, '/', state)).toBe(false);
  });

  it('[FL2] is none where the box was given none', async () => {
    expect(await trusts({}, '/', '/nowhere')).toBeUndefined();
    expect(await trusts({}, '/', await enrolled({ venue: 'hall' }))).toBeUndefined();
  });

  it('[FL2] that is no Ed25519 key keeps the agent from starting', async () => {
    for (const key of ['a'.repeat(60), `${keys.publicKey.slice(0, -4)}`]) {
      expect(await trustedKey({ key }, '/', '/nowhere')).toMatchObject({ code: 'fleet-key' });
    }
    expect(await trustedKey({ keyFile: 'none' }, '/', '/nowhere')).toMatchObject({
      code: 'fleet-key',
    });
  });
});

describe('[U] server that weights are fetched from', () => {
  it('is that of the settings, else that of the enrolment, with its authorities', async () => {
    const state = await enrolled({ server: 'https://throng.venue:8443' });
    await writeFile(join(state, 'identity', 'ca.pem'), 'PEM');
    expect(await serverAddress({}, '/', state)).toEqual({
      url: 'https://throng.venue:8443',
      ca: 'PEM',
    });
    const server = 'https://other.venue';
    expect(await serverAddress({ server }, '/', state)).toMatchObject({ url: server });
    expect(await serverAddress({}, '/', '/nowhere')).toBeUndefined();
  });
});
