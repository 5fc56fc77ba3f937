import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { arenaStill } from '../support/arena-still.js';
import { startBrowser } from '../support/browser.js';
import { openCalibration } from '../support/calibration-page.js';
import { temporaryFolder } from '../support/temporary-folder.js';

/**
 * Not a verdict but an album, as `dashboard-fixture-shots`: `THRONG_SHOTS=folder` fills the folder
 * with the calibration page over the simulated arena, in both themes and both widths.
 */
const album = process.env.THRONG_SHOTS;

const widths = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;

describe.skipIf(album === undefined)('[E] the calibration page for the eye', () => {
  const cases = (['dark', 'light'] as const).flatMap((theme) =>
    (['desktop', 'phone'] as const).map((size) => ({ theme, size })),
  );

  it.each(cases)('$size $theme', async ({ theme, size }) => {
    mkdirSync(album ?? '', { recursive: true });
    const { camera, config } = await arenaStill(await temporaryFolder(), 'cam-floor');
    const { link } = await openCalibration(config, camera.id, '--by', 'Ada Lovelace');
    const browser = await startBrowser();
    const context = await browser.newContext({ viewport: widths[size], colorScheme: theme });
    const page = await context.newPage();
    const shoot = (name: string, fullPage = false) =>
      page.screenshot({
        path: join(album ?? '', `calibrate-${size}-${theme}-${name}.png`),
        fullPage,
      });
    await page.goto(link);
    await page.waitForFunction(() => {
      const still = document.querySelector('img');
      return still !== null && still.naturalWidth > 0;
    });
    await shoot('empty');
    for (const [number, { ground, pixel }] of camera.pairs.slice(0, 9).entries()) {
      await page.getByRole('button', { name: 'Add pair' }).click();
      const row = page.locator('#pairs tbody tr').last();
      const inputs = row.locator('input');
      const values = [
        pixel.x + Math.sin(5 * number),
        pixel.y + Math.cos(9 * number),
        ground.x,
        ground.y,
      ];
      for (const [index, value] of values.entries()) {
        await inputs.nth(index).fill(value.toFixed(2));
        await inputs.nth(index).blur();
      }
    }
    await page.locator('#result dl').waitFor();
    if (size === 'desktop') {
      const box = await page.locator('#picture').boundingBox();
      await page.mouse.move(
        (box?.x ?? 0) + (box?.width ?? 0) * 0.55,
        (box?.y ?? 0) + (box?.height ?? 0) * 0.6,
      );
    }
    if (size === 'desktop') await page.locator('#readout').getByText('As a foot').waitFor();
    await shoot('marked', size === 'phone');
    if (size === 'phone') {
      await page.getByRole('button', { name: 'Floor plan' }).click();
      await shoot('plan');
    }
  });
});
