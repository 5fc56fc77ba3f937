import { readFile } from 'node:fs/promises';
import { expect, it, onTestFinished } from 'vitest';
import { connectExternalBroker } from '../../../control-server/src/adapters/broker/external-broker.js';
import { authority } from '../../support/certificates.js';
import { startMosquitto } from '../../support/mosquitto.js';
import { describeWith } from '../../support/system-tools.js';

describeWith(['mosquitto'], '[I] external broker that asks for certificates', () => {
  it('lets in a server with one of its authority, and no other', async () => {
    const ca = await authority('venue');
    const tls = { ...(await ca.issue('broker')), caFile: ca.certFile, asksForCertificate: true };
    const { url } = await startMosquitto({ tls });
    const own = await ca.issue('server');
    const read = (file: string) => readFile(file, 'utf8');
    const trust = { url, venue: 'hall', ca: await read(ca.certFile) };
    const events: string[] = [];
    const connect = (change: object) => {
      const source = connectExternalBroker({ ...trust, ...change }, () => {}, {
        onConnect: () => events.push('connected'),
        onLost: (cause) => events.push(cause),
      });
      onTestFinished(() => source.close());
    };
    connect({});
    await expect.poll(() => events.join(), { timeout: 5_000 }).toMatch(/certificate required/);
    expect(events).not.toContain('connected');
    connect({ cert: await read(own.certFile), key: await read(own.keyFile) });
    await expect.poll(() => events, { timeout: 5_000 }).toContain('connected');
  });
});
