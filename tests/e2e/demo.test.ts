import { expect, it } from 'vitest';
import { screenshot, startBrowser } from '../support/browser.js';
import { demoFolderExists, startDemo } from '../support/demo.js';
import { commandOf, descendants, isAlive } from '../support/descendants.js';
import { eventually } from '../support/eventually.js';
import { changedSamples, mapColours } from '../support/heat-map.js';
import { connectLive, latest } from '../support/live-client.js';
import { describeWith } from '../support/system-tools.js';
import { testCard } from '../support/video.js';

const nobodyLeft = async (pids: readonly number[]) => {
  await eventually('every process to be gone', () => !pids.some(isAlive) || undefined);
  expect(demoFolderExists()).toBe(false);
};

describeWith(['ffmpeg', 'chromium'], 'the demo in a real browser', () => {
  it('[E] moves a heat map and raises an alert, on a desktop and on a phone', async () => {
    const { child, origin } = await startDemo();
    const browser = await startBrowser();
    const desktop = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      colorScheme: 'dark',
    });
    const broken: string[] = [];
    desktop.on('pageerror', (error) => broken.push(error.message));
    desktop.on('console', (message) => {
      if (message.type() === 'error') broken.push(message.text());
    });
    await desktop.goto(origin);
    await desktop.locator('canvas').first().waitFor();

    const before = await mapColours(desktop);
    await eventually(
      'the heat map to move',
      async () => changedSamples(before, await mapColours(desktop)) > 40 || undefined,
      60_000,
    );

    await desktop.locator('[data-alert]').first().waitFor({ timeout: 120_000 });
    await screenshot(desktop, 'demo-desktop-dark');
    await desktop.emulateMedia({ colorScheme: 'light' });
    await screenshot(desktop, 'demo-desktop-light');

    const phone = await browser.newPage({
      viewport: { width: 390, height: 844 },
      colorScheme: 'dark',
    });
    await phone.goto(origin);
    await phone.locator('[data-alert]').first().waitFor();
    await screenshot(phone, 'demo-phone');
    const overflow = await phone.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    expect(broken).toEqual([]);

    const pids = descendants(child.pid);
    child.signal('SIGINT');
    expect(await child.ended).toMatchObject({ code: 0 });
    await nobodyLeft(pids);
  });
});

describeWith(['ffmpeg'], 'the demo in a terminal', () => {
  it('[E] ends by itself when its time is over, and leaves nothing behind', async () => {
    const { child } = await startDemo('--for', '4s');
    const pids = descendants(child.pid);
    expect(pids.length).toBeGreaterThan(5); // cameras, their encoders, the server, two agents
    expect(await child.ended).toMatchObject({ code: 0 });
    await nobodyLeft(pids);
  });

  it('[E] says which of its programs has died, with its last words, and ends the others', async () => {
    const { child } = await startDemo();
    const pids = descendants(child.pid);
    const server = pids.find((pid) => commandOf(pid).includes('throng-server.mjs'));
    process.kill(server ?? Number.NaN, 'SIGKILL');
    await child.line(/throng-server was ended by SIGKILL/);
    expect(await child.ended).toMatchObject({ code: 1 });
    await nobodyLeft(pids);
  });

  it('[E] counts on the user’s own video and says what its densities rest on', async () => {
    const video = await testCard({ seconds: 5, size: '640x360' });
    const { child, origin } = await startDemo('--source', video, '--height', '5');
    await child.line(/assumed.* calibration/);
    const live = await connectLive(origin);
    await live.until(
      'a reading',
      (messages) => latest(messages, 'zones').find(({ reading }) => reading !== null),
      60_000,
    );
    expect(live.snapshot()?.venue.name).toBe('Your camera');
    const pids = descendants(child.pid);
    child.signal('SIGINT');
    expect(await child.ended).toMatchObject({ code: 0 });
    await nobodyLeft(pids);
  });

  it('[E] refuses a video that is not there, by name', async () => {
    await expect(startDemo('--source', '/nowhere/hall.mp4')).rejects.toThrow(
      /no such file \(\/nowhere\/hall\.mp4\)/,
    );
    expect(demoFolderExists()).toBe(false);
  });
});
