import { chmod, readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { start } from '../../support/child.js';
import { eventually } from '../../support/eventually.js';
import { startMosquitto } from '../../support/mosquitto.js';
import { describeWith } from '../../support/system-tools.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { EDGE } from '../../support/throng.js';
import { agentFiles } from './support/agent-files.js';
import { squaresVideo } from './support/squares-video.js';

const edge = (...args: string[]) => start(process.execPath, [EDGE, ...args]);

describeWith(['ffmpeg', 'mosquitto'], '[I] life signs', () => {
  it('healthcheck finds an agent that lives, one that hangs, and none', async () => {
    const { url } = await startMosquitto();
    const camera = { id: 'cam-1', source: await squaresVideo(), loop: true };
    const config = await agentFiles(url, [camera]);
    const check = () => edge('healthcheck', '--config', config);
    const before = check();
    expect((await before.ended).code).toBe(1);
    expect(before.lines.join('\n')).toMatch(/no agent runs/);

    const agent = edge('run', '--config', config);
    await agent.line(/"measuring"/);
    const found = await eventually(
      'a healthy agent with a running camera',
      async () => {
        const now = check();
        const { code } = await now.ended;
        return code === 0 && now.lines.join('\n').includes('1 of 1') ? now : undefined;
      },
      30_000,
    );
    expect(found.lines).toEqual(['healthy: 1 of 1 cameras give pictures']);

    expect((await agent.stop()).code).toBe(0);
    const hung = { at: Date.now() - 60_000, moving: true, running: 1, cameras: 1 };
    await writeFile(join(dirname(config), 'throng-state', 'heartbeat.json'), JSON.stringify(hung));
    const after = check();
    expect((await after.ended).code).toBe(1);
    expect(after.lines.join('\n')).toMatch(/no sign for 6\d s/);
  });

  it('tells systemd when it is ready, feeds its watchdog, and says that it stops', async () => {
    const { url } = await startMosquitto();
    // systemd-notify as the agent sees it; the socket is systemd's and its own business
    const bin = await temporaryFolder();
    const heard = join(bin, 'heard');
    await writeFile(join(bin, 'systemd-notify'), `#!/bin/sh\necho "$@" >> ${heard}\n`);
    await chmod(join(bin, 'systemd-notify'), 0o755);
    const camera = { id: 'cam-1', source: await squaresVideo(), loop: true };
    const config = await agentFiles(url, [camera]);
    const agent = start(process.execPath, [EDGE, 'run', '--config', config], {
      env: {
        PATH: `${bin}${delimiter}${process.env.PATH}`,
        NOTIFY_SOCKET: '/run/systemd/notify',
        WATCHDOG_USEC: '1500000',
      },
    });
    const said = async () => (await readFile(heard, 'utf8').catch(() => '')).trim().split('\n');
    await eventually(
      'three feeds of the watchdog',
      async () => {
        const feeds = (await said()).filter((line) => line.startsWith('WATCHDOG=1 STATUS=1 of 1'));
        return feeds.length >= 3 || undefined;
      },
      30_000,
    );
    expect((await agent.stop()).code).toBe(0);
    const all = await said();
    expect(all[0]).toMatch(/^READY=1/);
    expect(all.at(-1)).toBe('STOPPING=1');
  });
});
