import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encode, formatTopic, toTimestamp } from '@throng/contract';
import { connectAsync } from 'mqtt';
import { describe, expect, it, onTestFinished } from 'vitest';
import { screenshot, startBrowser } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { freePort } from '../support/free-port.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { startServer } from '../support/throng.js';
import { VENUE, windowAt } from '../unit/control-server/support/venue.js';

const SECONDS = 600;

describe('[E] a drill in the browser', () => {
  it('[DR1] [DR2] [DR3] fills its own page, marked on every side, works by keys, and leaves the real one calm', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'drills'));
    const lines = Array.from({ length: SECONDS }, (_, second) =>
      JSON.stringify(windowAt('stage', second + 1, 8)),
    );
    await writeFile(join(folder, 'drills', 'crush.jsonl'), lines.join('\n'));
    const port = await freePort();
    const { origin } = await startServer(folder, VENUE, {
      broker: '',
      settings: { broker: { embedded: { port } }, drills: { folder: 'drills' } },
    });
    const browser = await startBrowser();
    const context = await browser.newContext({ colorScheme: 'dark' });
    const real = await context.newPage();
    await real.goto(`${origin}/#/drill`);
    await real.getByLabel('Speed').selectOption('5×');
    const tells = real.getByLabel('Also tell people outside the control room', { exact: false });
    expect(await tells.isChecked(), '[DR6] only when asked for').toBe(false);
    await tells.check();
    await screenshot(real, 'drill-begin');
    await real.getByRole('button', { name: 'Begin drill' }).click();
    const [drill] = await Promise.all([
      context.waitForEvent('page'),
      real.getByRole('link', { name: 'Open the drill' }).click(),
    ]);

    // Its crowd alarms there, and every name says what it is.
    await drill.getByRole('heading', { name: 'DRILL · Hall' }).waitFor();
    await drill.getByText('begun by this-machine. Nothing here is real.').waitFor();
    await drill.getByText('People outside the control room are told of it.').waitFor();
    const card = drill.locator('.alert', { hasText: 'DRILL · East' }).first();
    await card.waitFor();
    await drill.getByText('REAL VENUE', { exact: true }).waitFor();
    expect(await drill.locator('.page-nav').count()).toBe(0);

    // By keys alone: to the alert, and acknowledge it.
    await drill.keyboard.press('j');
    expect(await drill.evaluate(() => document.activeElement?.hasAttribute('data-alert'))).toBe(
      true,
    );
    await drill.getByText(/^Alert 1 of \d$/).waitFor({ state: 'attached' });
    await drill.keyboard.press('a');
    await drill.getByText('Acknowledged by this-machine').first().waitFor();
    await screenshot(drill, 'drill');
    await drill.keyboard.press('?');
    await drill.getByRole('heading', { name: 'Keys' }).waitFor();
    await screenshot(drill, 'drill-keys');
    await drill.keyboard.press('Escape');

    // Of all this the real venue knows nothing.
    const { alerts } = Object(await (await fetch(`${origin}/api/v1/state`)).json());
    expect(JSON.stringify(alerts)).not.toContain('density');
    await real.goto(`${origin}/#/live`);
    await real.getByText('No active crowd alerts').waitFor();
    expect(await real.getByText('DRILL ·').count()).toBe(0);

    // A real emergency interrupts the drill; it goes as it came.
    const agent = await connectAsync(`mqtt://127.0.0.1:${port}`);
    onTestFinished(() => agent.endAsync(true));
    const alarm = drill.getByRole('heading', { name: 'This is no drill' });
    let second = 0;
    await eventually(
      'the real alarm to interrupt the drill',
      async () => {
        second += 1;
        const window = {
          ...windowAt('stage', second, 8),
          start: toTimestamp(Math.floor(Date.now() / 1_000 - 1) * 1_000),
        };
        const { camera, edge, venue } = window;
        const encoded = encode('window', window);
        if (!encoded.ok) throw new Error(encoded.message);
        const topic = formatTopic({ channel: 'window', venue, edge, camera });
        await agent.publishAsync(topic, Buffer.from(encoded.value), { qos: 1 });
        await drill.waitForTimeout(900);
        return alarm.isVisible();
      },
      30_000,
    );
    await drill.getByText('Emergency: East.').first().waitFor();
    await screenshot(drill, 'drill-interrupted');
    await drill.keyboard.press('Escape');

    // It ends at once when asked to.
    await drill.getByRole('button', { name: 'End drill' }).click();
    await drill.getByText('The drill is over.').waitFor();
    await drill.setViewportSize({ width: 390, height: 844 });
    await screenshot(drill, 'drill-over-phone');
    await real.goto(`${origin}/#/wall`);
    await real.locator('.wall .map').waitFor();
    await screenshot(real, 'wall');
  });
});
