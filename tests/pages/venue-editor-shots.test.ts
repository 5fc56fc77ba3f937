import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'vitest';
import { startBrowser } from '../support/browser.js';
import { startLiveFixture } from '../support/live-fixture.js';

/**
 * Not a verdict but an album: `THRONG_SHOTS=folder` fills the folder with the venue editor in both
 * themes, at a desk and on a tablet, for eyes to judge.
 */
const album = process.env.THRONG_SHOTS;

const page = fileURLToPath(new URL('../../dashboard/dist/app', import.meta.url));

const sizes = {
  desk: { width: 1440, height: 900 },
  tablet: { width: 820, height: 1180 },
} as const;

describe.skipIf(album === undefined)('[E] the venue editor for the eye', () => {
  const cases = (['dark', 'light'] as const).flatMap((theme) =>
    (['desk', 'tablet'] as const).map((size) => ({ theme, size })),
  );

  it.each(cases)('$size $theme', async ({ theme, size }) => {
    mkdirSync(album ?? '', { recursive: true });
    const browser = await startBrowser();
    const fixture = await startLiveFixture(page, 'calm');
    const context = await browser.newContext({
      viewport: sizes[size],
      colorScheme: theme,
      hasTouch: size === 'tablet',
    });
    const tab = await context.newPage();
    const shoot = async (name: string) => {
      await tab.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 300))),
      );
      await tab.screenshot({ path: join(album ?? '', `editor-${size}-${theme}-${name}.png`) });
    };
    await tab.goto(`${fixture.url}#/editor`);
    await tab.getByRole('heading', { name: 'Venue editor' }).waitFor();
    await shoot('start');
    await tab.getByRole('button', { name: /^Standing area/ }).click();
    await tab.getByLabel('x of corner 2').focus();
    await shoot('zone');
    await tab.getByLabel('x of corner 2').fill('98');
    await tab.getByLabel('x of corner 2').press('Enter');
    await tab.getByRole('button', { name: 'All shapes' }).click();
    await tab.getByRole('button', { name: /^Hall door/ }).click();
    await shoot('passage');
    for (const part of ['Checks', 'Calendar', 'Versions']) {
      await tab.getByRole('button', { name: part, exact: false }).first().click();
      await shoot(part.toLowerCase());
    }
    await tab.getByRole('button', { name: 'Put in force' }).click();
    await tab.getByRole('dialog').waitFor();
    await shoot('confirm');
    await tab.getByRole('button', { name: 'Cancel' }).click();
    await tab.getByRole('button', { name: 'Zone', exact: true }).click();
    const board = await tab.locator('.edit-board').boundingBox();
    for (const [x, y] of [
      [0.3, 0.3],
      [0.6, 0.35],
      [0.65, 0.7],
    ] as const) {
      if (board === null) throw new Error('there is no board');
      const at = [board.x + board.width * x, board.y + board.height * y] as const;
      if (size === 'tablet') await tab.touchscreen.tap(...at);
      else await tab.mouse.click(...at);
    }
    await shoot('drawing');
    await fixture.close();
  });
});
