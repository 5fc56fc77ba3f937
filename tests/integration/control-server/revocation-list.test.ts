import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connectAsync, type IClientOptions } from 'mqtt';
import { expect, it, onTestFinished } from 'vitest';
import { identityPaths } from '../../../edge-agent/src/adapters/identity/identity-folder.js';
import { enrolBox } from '../../../edge-agent/src/main/enrol-box.js';
import { start } from '../../support/child.js';
import { freePort } from '../../support/free-port.js';
import { describeWith, toolPath } from '../../support/system-tools.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { enrollingHouse } from './support/enrolling-house.js';

/** A real Mosquitto that reads the server's authority and its list of what is revoked. */
const startMosquitto = async (folder: string, port: number) => {
  const config = join(folder, 'mosquitto.conf');
  const files = [
    `cafile ${join(folder, 'authority/ca.pem')}`,
    `crlfile ${join(folder, 'authority/crl.pem')}`,
    `certfile ${join(folder, 'server.pem')}`,
    `keyfile ${join(folder, 'server.key')}`,
  ];
  const rest =
    'require_certificate true\nuse_identity_as_username true\nuser root\nlog_dest stderr';
  await writeFile(config, [`listener ${port} 127.0.0.1`, ...files, rest, ''].join('\n'));
  const broker = start(toolPath('mosquitto'), ['-c', config]);
  await broker.line(/mosquitto version .* running/);
  return broker;
};

const attempt = async (url: string, options: IClientOptions): Promise<string> => {
  try {
    const client = await connectAsync(url, { ...options, reconnectPeriod: 0 });
    onTestFinished(() => void client.end(true));
    return 'in';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describeWith(['mosquitto'], '[I] list of revoked certificates', () => {
  it('keeps a revoked box out of a real Mosquitto from its reload on, and the server hears it no more at once', async () => {
    const port = await freePort();
    const url = `mqtts://127.0.0.1:${port}`;
    const broker = {
      url,
      caFile: 'authority/ca.pem',
      certFile: 'server.pem',
      keyFile: 'server.key',
    };
    const house = await enrollingHouse({ broker }, ['server', 'client']);
    const mosquitto = await startMosquitto(house.folder, port);
    const state = await temporaryFolder();
    const wish = { server: new URL(house.server.url), state, edge: 'box-1', again: false };
    const enrolled = await enrolBox({ ...wish, code: await house.code('box-1') }, Date);
    expect(enrolled).toMatchObject({ ok: true, value: { broker: url } });
    const paths = identityPaths(state);
    const pems = await Promise.all(
      [paths.ca, paths.cert, paths.key].map((path) => readFile(path, 'utf8')),
    );
    const box = { ca: pems[0] ?? '', cert: pems[1] ?? '', key: pems[2] ?? '' };
    const client = await connectAsync(url, { ...box, reconnectPeriod: 0 });
    onTestFinished(() => void client.end(true));
    await expect.poll(house.log).toContain('broker connected');

    await house.revoke('box-1');
    house.clock.advance(1_000);
    const list = join(house.folder, 'authority/crl.pem');
    const empty = await readFile(list, 'utf8');
    await expect.poll(() => readFile(list, 'utf8')).not.toBe(empty);
    await client.publishAsync('throng/v1/hall/box-1/status', 'online', { qos: 1 });
    await expect
      .poll(() => {
        house.clock.advance(1_000);
        return house.log();
      })
      .toMatch(/"reason":"revoked".*all certificates of \\"box-1\\" are revoked/);

    expect(await attempt(url, box), 'until the broker reads it').toBe('in');
    mosquitto.signal('SIGHUP');
    await mosquitto.line(/Reloading config/);
    await expect.poll(() => attempt(url, box)).toMatch(/revoked/);
    expect(client.connected, 'a session that was open stays').toBe(true);
    mosquitto.signal('SIGTERM');
    await mosquitto.ended;
    await startMosquitto(house.folder, port);
    expect(await attempt(url, box)).toMatch(/revoked/);
  });
});
