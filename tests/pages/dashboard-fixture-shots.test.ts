import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'vitest';
import { startBrowser } from '../support/browser.js';
import type { Scenario } from '../support/fixture-scene.js';
import { startLiveFixture } from '../support/live-fixture.js';

/**
 * Not a verdict but an album: `THRONG_SHOTS=folder` fills the folder with the page in both themes,
 * both widths and both moods, for eyes to judge.
 */
const album = process.env.THRONG_SHOTS;

const page = fileURLToPath(new URL('../../dashboard/dist/app', import.meta.url));

const widths = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;

describe.skipIf(album === undefined)('[E] the dashboard for the eye', () => {
  const cases = (['dark', 'light'] as const).flatMap((theme) =>
    (['busy', 'calm'] as const).flatMap((scenario) =>
      (['desktop', 'phone'] as const).map((size) => ({ theme, scenario, size })),
    ),
  );

  it.each(cases)('$size $theme $scenario', async ({ theme, scenario, size }) => {
    mkdirSync(album ?? '', { recursive: true });
    const browser = await startBrowser();
    const fixture = await startLiveFixture(page, scenario satisfies Scenario);
    const context = await browser.newContext({ viewport: widths[size], colorScheme: theme });
    const tab = await context.newPage();
    const shoot = (name: string) =>
      tab.screenshot({ path: join(album ?? '', `${size}-${theme}-${scenario}-${name}.png`) });
    await tab.goto(fixture.url);
    await tab.locator('.alert-section').waitFor();
    const after = async (ticks: number) => {
      for (let tick = 0; tick < ticks; tick += 1) fixture.tick();
      await tab.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 400))),
      );
    };
    await after(40);
    await shoot('start');
    if (size === 'desktop') {
      await tab.getByRole('button', { name: 'Camera areas' }).click();
      await after(1);
      await shoot('cameras');
      await tab.getByRole('button', { name: 'Camera areas' }).click();
    }
    if (size === 'phone') {
      for (const section of ['Map', 'Zones', 'Devices']) {
        await tab.locator('.tab-bar').getByText(section).click();
        await after(1);
        await shoot(section.toLowerCase());
      }
      await tab.locator('.tab-bar').getByText('Zones').click();
    }
    await tab.locator('[data-zone="gate-b"] button').click();
    await after(200);
    await shoot('panel');
    fixture.setDown(true);
    fixture.drop();
    await tab.locator('.outdated-strip').waitFor();
    await shoot('outdated');
    await fixture.close();
  });
});
