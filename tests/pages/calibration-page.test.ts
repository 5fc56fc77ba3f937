import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { availability, sharedData } from '../reference/support/shared-data.js';
import { startBrowser } from '../support/browser.js';
import { openCalibration } from '../support/calibration-page.js';
import { eventually } from '../support/eventually.js';
import { PETS, petsScene } from '../support/pets-scene.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const { present, note } = availability(PETS);
const [WIDTH, HEIGHT] = [768, 576];

/** Settings whose camera was never calibrated. */
const newCamera = async (): Promise<string> => {
  const folder = await temporaryFolder();
  const { venue, video } = petsScene();
  await writeFile(join(folder, 'venue.yml'), stringify({ venue: venue('box-1') }));
  const text = `# the roof\nedge: box-1\nvenue: venue.yml\nbroker: { url: mqtt://127.0.0.1:1883 }\ncameras:\n  - id: view-1 # over the path\n    source: ${JSON.stringify(video)}\n    loop: true\n# the end\n`;
  await writeFile(join(folder, 'edge.yml'), text);
  return join(folder, 'edge.yml');
};

/** Where a pixel of the picture is on the screen. */
const onScreen = async (page: Page, [x, y]: readonly [number, number]) => {
  const box = await page.locator('#picture').boundingBox();
  if (box === null) throw new Error('the picture is not shown');
  const scale = Math.min(box.width / WIDTH, box.height / HEIGHT);
  return {
    x: box.x + box.width / 2 + (x - WIDTH / 2) * scale,
    y: box.y + box.height / 2 + (y - HEIGHT / 2) * scale,
  };
};

const clickPicture = async (page: Page, pixel: readonly [number, number]) => {
  const { x, y } = await onScreen(page, pixel);
  await page.mouse.click(x, y);
};

const typePlan = async (page: Page, pair: number, [x, y]: readonly [number, number]) => {
  await page.getByLabel(`Pair ${pair}, plan x`).fill(`${x}`);
  await page.getByLabel(`Pair ${pair}, plan y`).fill(`${y}`);
  await page.getByLabel(`Pair ${pair}, plan y`).blur();
};

describe.runIf(present)(`[E] the calibration page in a browser${note}`, () => {
  it('pairs are picked, judged while they are, saved, and nothing else of the file is touched', async () => {
    const config = await newCamera();
    const before = await readFile(config, 'utf8');
    const { child, link } = await openCalibration(config, 'view-1');
    const page = await (await startBrowser()).newPage({ viewport: { width: 1440, height: 1000 } });
    const violations: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy|error/i.test(message.text())) violations.push(message.text());
    });
    page.on('pageerror', (error) => violations.push(error.message));
    await page.goto(link);
    expect(new URL(page.url()).search).toBe('');
    await page.waitForFunction(
      (width) => document.querySelector('img')?.naturalWidth === width,
      WIDTH,
    );

    const truth = JSON.parse(await readFile(sharedData(PETS, 'truth.json'), 'utf8'));
    const pairs: { pixel: [number, number]; ground: [number, number] }[] = truth.calibration_pairs;
    for (const [index, { ground, pixel }] of pairs.slice(0, 7).entries()) {
      await clickPicture(page, pixel);
      await typePlan(page, index + 1, ground);
    }
    const result = page.locator('#result');
    await result.getByText(/0\.\d\d m rms/).waitFor();
    expect(await page.locator('#pairs tbody tr').count()).toBe(7);

    // A pair that is dragged away is named; undo puts it back.
    const mark = page.locator('[data-key="pair-3"]');
    await mark.focus();
    for (let press = 0; press < 6; press += 1) await page.keyboard.press('Shift+ArrowRight');
    await page.locator('#warnings').getByText('Pair 4 is off').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.locator('#warnings').getByText('Pair 4 is off').waitFor({ state: 'detached' });

    // A click on the plan and one in the picture make a pair too; it is deleted again.
    await page.locator('#plan').click({ position: { x: 200, y: 200 } });
    await page.locator('#hint').getByText('in the picture').waitFor();
    await page.getByRole('button', { name: 'Delete pair 8' }).click();

    await page.getByLabel('Calibrated by').fill('Ada Lovelace');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('#saved').getByText('Saved.').waitFor();
    const after = await readFile(config, 'utf8');
    for (const line of before.split('\n')) expect(after.split('\n')).toContain(line);
    const { calibration } = parse(after).cameras[0];
    expect(calibration.pairs).toHaveLength(7);
    expect(calibration.imageSize).toEqual([WIDTH, HEIGHT]);
    expect(calibration.calibratedBy).toBe('Ada Lovelace');
    for (const [index, { pixel }] of calibration.pairs.entries()) {
      const wanted = pairs[index]?.pixel ?? [0, 0];
      expect(Math.hypot(pixel[0] - wanted[0], pixel[1] - wanted[1])).toBeLessThan(1.5);
    }
    expect(
      (await readdir(dirname(config))).filter((name) => !/^(edge|venue)\.yml/.test(name)),
    ).toEqual([]);
    expect(violations).toEqual([]);

    // The cookie of this page opens it; another browser with the used link does not get in.
    const stranger = await fetch(link);
    expect(stranger.status).toBe(403);
    expect((await fetch(new URL('/api/still', link))).status).toBe(403);

    await page.getByRole('button', { name: 'Save and close' }).click();
    await page.getByText('You can close this page.').waitFor();
    expect(await child.ended).toMatchObject({ code: 0 });
  });

  it('a foot and a head are shown where they are, and Ctrl-C ends the page', async () => {
    const config = await newCamera();
    const text = await readFile(config, 'utf8');
    const { calibration } = petsScene();
    const settings = parse(text);
    settings.cameras[0].calibration = calibration;
    await writeFile(config, stringify(settings));
    const { child, link } = await openCalibration(config, 'view-1');
    const page = await (await startBrowser()).newPage({ viewport: { width: 1440, height: 1000 } });
    await page.goto(link);
    await page.locator('#result dl').waitFor();
    const { x, y } = await onScreen(page, [520, 330]);
    await page.mouse.move(x, y);
    // The eighth pair of the survey says what is there: -10.48, -10.59.
    await eventually('the readout of that place', async () => {
      const words = (await page.locator('#readout').textContent()) ?? '';
      const [, east, north] = /As a foot: (-?[\d.]+), (-?[\d.]+)/.exec(words) ?? [];
      return Math.hypot(Number(east) + 10.48, Number(north) + 10.59) < 0.2 || undefined;
    });
    expect(await page.locator('#picture .figure circle').count()).toBe(1);
    child.signal('SIGINT');
    expect(await child.ended).toMatchObject({ code: 0 });
  });
});
