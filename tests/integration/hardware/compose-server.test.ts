import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { start } from '../../support/child.js';
import { composeFile } from '../../support/compose.js';
import { eventually } from '../../support/eventually.js';
import { freePort } from '../../support/free-port.js';
import { startShippedMosquitto } from '../../support/shipped-mosquitto.js';
import { smallHall } from '../../support/small-hall.js';
import { describeWith } from '../../support/system-tools.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { runServer, SERVER } from '../../support/throng.js';

// No container engine runs here: the parts are started by hand from the very files of compose.
describeWith(['mosquitto'], '[I] server and broker of the compose file, by hand', () => {
  it('the server hears the shipped Mosquitto under the environment that compose gives it', async () => {
    const [broker, folder] = [await startShippedMosquitto(), await temporaryFolder()];
    const own = await broker.certificate('server');
    const port = await freePort();
    const given = composeFile('compose.yml').services.server?.environment ?? {};
    // What is elsewhere on this machine than in a container: files, addresses, ports.
    const here: Record<string, string> = {
      '/etc/throng/tls/ca.pem': broker.ca.certFile,
      '/etc/throng/tls/server.pem': own.certFile,
      '/run/secrets/server-key': own.keyFile,
      'mqtts://mosquitto:8884': broker.url.servers,
      '0.0.0.0': '0.0.0.0',
    };
    const mapped = Object.entries(given).map(([key, value]) => {
      const place = here[value];
      if (place === undefined) throw new Error(`the test does not know ${key}=${value}`);
      return [key, place];
    });
    const env = {
      ...Object.fromEntries(mapped),
      THRONG_LISTEN_PORT: `${port}`,
      THRONG_STORE_FILE: join(folder, 'throng.db'),
    };
    const config = join(folder, 'venue.yml');
    await writeFile(config, stringify({ venue: smallHall('floor'), server: { listen: { port } } }));
    const server = start(process.execPath, [SERVER, 'run', '--config', config], { env });
    await server.line(/Ctrl-C ends it/);
    await eventually(
      'the server to hear its broker',
      async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).ok || undefined,
      30_000,
    );
    // As the image asks it, from inside.
    expect(await runServer(['healthcheck', '--alive', '--config', config])).toMatchObject({
      code: 0,
    });
  });
});
