import { chmod, copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readBrokerAddress } from '../../../edge-agent/src/adapters/mqtt/broker-address.js';
import { BrokerLine } from '../../../edge-agent/src/adapters/mqtt/broker-line.js';
import { probeBroker } from '../../../edge-agent/src/adapters/mqtt/probe-broker.js';
import { systemClock } from '../../../edge-agent/src/adapters/system-clock.js';
import { brokerRemedy } from '../../../edge-agent/src/outbox/broker-remedy.js';
import type { BrokerSettings } from '../../../edge-agent/src/settings/broker-settings.js';
import { type Authority, authority } from '../../support/certificates.js';
import { eventually } from '../../support/eventually.js';
import { startMosquitto } from '../../support/mosquitto.js';
import { describeWith } from '../../support/system-tools.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

type Files = Omit<BrokerSettings, 'url'>;

const startBroker = async (
  ca: Authority,
  { asksForCertificate = false, days = 1, host = 'IP:127.0.0.1' } = {},
) => {
  const own = await ca.issue('broker', { days, host });
  return startMosquitto({ tls: { ...own, caFile: ca.certFile, asksForCertificate } });
};

/** What doctor and agent find: `answers`, or the cause and the remedy. */
const look = async (url: string, files: Files): Promise<string> => {
  const address = await readBrokerAddress({ url, ...files }, '/');
  if (!address.ok) return address.message;
  const answer = await probeBroker(address.value);
  return answer.ok ? 'answers' : `${answer.message} → ${brokerRemedy(answer.message)}`;
};

describeWith(['mosquitto'], '[I] broker over TLS', () => {
  it('is trusted by its authority, and by no other', async () => {
    const [ca, stranger] = await Promise.all([authority('venue'), authority('stranger')]);
    const { url } = await startBroker(ca);
    expect(await look(url, { caFile: ca.certFile })).toBe('answers');
    expect(await look(url, { caFile: stranger.certFile })).toContain('broker.caFile');
    expect(await look(url, {})).toContain('broker.caFile');
  });

  it('must have the name under which it is asked, or the one that the settings name', async () => {
    const ca = await authority('venue');
    const { url } = await startBroker(ca, { host: 'DNS:broker.venue' });
    const files = { caFile: ca.certFile };
    expect(await look(url, files)).toContain('serverName');
    expect(await look(url, { ...files, serverName: 'broker.venue' })).toBe('answers');
    expect(await look(url, { ...files, serverName: 'other.venue' })).toContain('serverName');
  });

  it('is refused with an expired certificate', async () => {
    const ca = await authority('venue');
    const { url } = await startBroker(ca, { days: -1 });
    expect(await look(url, { caFile: ca.certFile })).toContain('renew the broker’s certificate');
  });

  it('lets in who has a certificate of its authority, and says what is missing to others', async () => {
    const [ca, stranger] = await Promise.all([authority('venue'), authority('stranger')]);
    const { url } = await startBroker(ca, { asksForCertificate: true });
    const box = await ca.issue('box-1');
    const other = await ca.issue('box-2');
    const foreign = await stranger.issue('box-3');
    const files = { caFile: ca.certFile };
    expect(await look(url, { ...files, ...box })).toBe('answers');
    expect(await look(url, files)).toContain('broker.certFile');
    expect(await look(url, { ...files, ...foreign })).toContain('refuses this box’s certificate');
    expect(await look(url, { ...files, certFile: box.certFile, keyFile: other.keyFile })).toContain(
      'belongs to another certificate',
    );
  });

  it('tells a port without TLS, and a TLS port asked without it', async () => {
    const ca = await authority('venue');
    const plain = await startMosquitto();
    const secret = await startBroker(ca);
    const files = { caFile: ca.certFile };
    expect(await look(plain.url.replace('mqtt:', 'mqtts:'), files)).toMatch(
      /speaks no TLS|hung up/,
    );
    expect(await look(secret.url.replace('mqtts:', 'mqtt:'), {})).toContain('mqtts://');
  });

  it('names a file that cannot be read, and a key that everybody can read', async () => {
    const ca = await authority('venue');
    const box = await ca.issue('box-1');
    await chmod(box.keyFile, 0o644);
    const found = await look('mqtts://127.0.0.1:1', { ...box, caFile: '/nowhere/ca.pem' });
    expect(found).toContain('cannot read broker.caFile /nowhere/ca.pem');
    expect(found).toContain('may be read by everybody; chmod 600 it');
  });

  it('takes a renewed certificate at the next connection, without a restart', async () => {
    const [ca, stranger] = await Promise.all([authority('venue'), authority('stranger')]);
    const { url } = await startBroker(ca, { asksForCertificate: true });
    const folder = await temporaryFolder();
    const place = async ({ certFile, keyFile }: { certFile: string; keyFile: string }) => {
      await copyFile(certFile, join(folder, 'box.pem'));
      await copyFile(keyFile, join(folder, 'box.key'));
      await chmod(join(folder, 'box.key'), 0o600);
    };
    await place(await stranger.issue('old'));
    const settings = { url, caFile: ca.certFile, certFile: 'box.pem', keyFile: 'box.key' };
    const said: string[] = [];
    const line = new BrokerLine({
      address: () => readBrokerAddress(settings, folder),
      session: { clientId: 'box-1' },
      clock: systemClock,
      opened: () => said.push('opened'),
      closed: () => said.push('closed'),
      failed: (cause) => said.push(cause),
    });
    onTestFinished(() => line.end());
    await eventually('a refusal', () => said.at(0));
    expect(said).not.toContain('opened');
    await place(await ca.issue('new'));
    await eventually('the line', () => said.find((word) => word === 'opened'), 20_000);
  });
});
