import { chmod, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import { authority } from '../../support/certificates.js';
import { start } from '../../support/child.js';
import { eventually } from '../../support/eventually.js';
import { freePort } from '../../support/free-port.js';
import { smallHall } from '../../support/small-hall.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { runServer, SERVER } from '../../support/throng.js';

describe('[I] life signs of the server', () => {
  it('healthcheck and systemd are told of a server over TLS: none, ready, gone', async () => {
    const folder = await temporaryFolder();
    // systemd-notify as the server sees it; the socket is systemd's and its own business
    const heard = join(folder, 'heard');
    await writeFile(join(folder, 'systemd-notify'), `#!/bin/sh\necho "$@" >> ${heard}\n`);
    await chmod(join(folder, 'systemd-notify'), 0o755);
    // Its certificate holds another name: what counts is that it is the server's very own.
    const tls = await (await authority('venue')).issue('page', { host: 'DNS:throng.example.org' });
    const config = join(folder, 'venue.yml');
    const server = {
      listen: { host: '127.0.0.1', port: await freePort(), tls },
      broker: { embedded: { port: await freePort() } },
      access: { mode: 'open' },
      store: { file: 'throng.db' },
    };
    await writeFile(config, stringify({ venue: smallHall('floor'), server }));
    const check = async (...words: string[]) => {
      const { code, err, out } = await runServer(['healthcheck', '--config', config, ...words]);
      return { code, said: `${out}${err}`.trim() };
    };
    const none = await check('--json');
    expect(none.code).toBe(1);
    expect(JSON.parse(none.said)).toMatchObject({ healthy: false, alive: false });

    const child = start(process.execPath, [SERVER, 'run', '--config', config], {
      env: {
        PATH: `${folder}${delimiter}${process.env.PATH}`,
        NOTIFY_SOCKET: '/run/systemd/notify',
        WATCHDOG_USEC: '900000',
      },
    });
    onTestFinished(async () => {
      await child.stop();
    });
    const said = async () => (await readFile(heard, 'utf8').catch(() => '')).trim().split('\n');
    await eventually(
      'two feeds of the watchdog',
      async () => {
        const feeds = (await said()).filter((line) => line.startsWith('WATCHDOG=1'));
        return feeds.length >= 2 || undefined;
      },
      30_000,
    );
    expect(await check()).toEqual({ code: 0, said: 'alive and ready' });
    expect((await child.stop()).code).toBe(0);
    const all = await said();
    expect(all[0]).toBe('READY=1');
    expect(all).toContain('WATCHDOG=1 STATUS=hears its broker, writes its store');
    await eventually('the goodbye', async () => (await said()).includes('STOPPING=1') || undefined);
    expect(await check()).toMatchObject({ code: 1, said: expect.stringContaining('not healthy') });
  });
});
