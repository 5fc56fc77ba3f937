import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { axeFindings } from '../support/axe.js';
import { type BrowserWindows, launchBrowser } from '../support/browser.js';
import { builtDashboard } from '../support/built-dashboard.js';
import { fixtureVenue } from '../support/fixture-venue.js';
import { type LiveFixture, startLiveFixture } from '../support/live-fixture.js';
import { describeWith } from '../support/system-tools.js';

type Place = readonly [x: number, y: number];

/** Where a place of the venue (metres) lies on the page, while the whole venue is shown. */
const onPage = async (page: Page, [x, y]: Place): Promise<[number, number]> => {
  const box = await page.locator('.edit-board').boundingBox();
  if (box === null) throw new Error('there is no board');
  const [width, height] = [box.width - 128, box.height - 144];
  const scale = Math.min(width / 116, height / 80);
  return [box.x + 64 + width / 2 + (x - 60) * scale, box.y + 64 + height / 2 - (y - 42) * scale];
};

const click = async (page: Page, place: Place) => page.mouse.click(...(await onPage(page, place)));
const tap = async (page: Page, place: Place) =>
  page.touchscreen.tap(...(await onPage(page, place)));

/** Free ground between the standing area's wall and the east stairs. */
const room: readonly Place[] = [
  [93, 42],
  [101, 42],
  [101, 52],
  [93, 52],
];

/** Corners of the shape in hand, metres, as the table has them. */
const corners = (page: Page): Promise<number[][]> =>
  page
    .locator('.corner-table tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('input')].map((field) => Number(field.value))),
    );

describeWith(['chromium'], '[E] the venue editor', () => {
  let browser: BrowserWindows;
  let fixture: LiveFixture;
  let context: BrowserContext;
  let page: Page;
  let violations: string[];

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  beforeEach(async () => {
    fixture = await startLiveFixture(builtDashboard(), 'calm');
    page = await opened({ width: 1440, height: 900 });
  });
  afterEach(async () => {
    await context.close();
    await fixture.close();
  });
  afterAll(() => browser?.close());

  const opened = async (
    viewport: { width: number; height: number },
    hasTouch = false,
  ): Promise<Page> => {
    context = await browser.newContext({ viewport, hasTouch, reducedMotion: 'reduce' });
    context.setDefaultTimeout(10_000);
    const tab = await context.newPage();
    violations = [];
    tab.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) violations.push(message.text());
    });
    tab.on('pageerror', (error) => violations.push(error.message));
    await tab.goto(fixture.url);
    await tab.getByRole('link', { name: 'Venue' }).click();
    await tab.getByRole('heading', { name: 'Venue editor' }).waitFor();
    return tab;
  };

  const tool = (name: string) =>
    page.getByRole('toolbar').getByRole('button', { name, exact: true }).click();
  const tab = (name: string) => page.locator('.edit-tabs').getByRole('button', { name }).click();
  const zones = async (): Promise<number> => {
    const count = await page.locator('.feature-list summary .note').first().textContent();
    return Number(count);
  };
  const save = async (note: string) => {
    await tab('Versions');
    await page.getByLabel('What you changed, and why').fill(note);
    await page.locator('.save-form').getByRole('button', { name: 'Save version' }).click();
  };
  const versionOnServer = async (version: number): Promise<string> =>
    (await fetch(`${fixture.url}api/v1/venue-versions/${version}`)).text();
  /** Another engineer saves on top of the newest version. */
  const otherSaves = async (venue: unknown, basedOn: number) => {
    const calendar = { plans: [], events: [] };
    const saved = await fetch(`${fixture.url}api/v1/venue-versions`, {
      method: 'POST',
      body: JSON.stringify({ basedOn, note: 'Renamed the plaza', venue, calendar }),
    });
    expect(saved.status).toBe(201);
  };

  it('draws a zone by mouse, closed on its first corner; undo and redo', async () => {
    await tool('Zone');
    for (const place of room) await click(page, place);
    await click(page, [93, 42]);
    await page.getByRole('heading', { name: 'Zone', exact: true }).waitFor();
    const drawn = await corners(page);
    expect(drawn).toHaveLength(4);
    for (const [index, place] of room.entries()) {
      expect(drawn[index]?.[0]).toBeCloseTo(place[0], 0);
      expect(drawn[index]?.[1]).toBeCloseTo(place[1], 0);
    }
    await page.keyboard.press('Control+z');
    await expect.poll(zones).toBe(8);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(zones).toBe(9);
    expect(violations).toEqual([]);
  });

  it('draws a zone by touch on a tablet, ended by a button', async () => {
    await context.close();
    page = await opened({ width: 820, height: 1180 }, true);
    await page.getByRole('button', { name: 'Zone', exact: true }).tap();
    for (const place of room) await tap(page, place);
    await page.getByRole('button', { name: 'Take back point' }).tap();
    await page.getByRole('button', { name: 'Finish' }).tap();
    await page.getByRole('heading', { name: 'Zone', exact: true }).waitFor();
    expect(await corners(page)).toHaveLength(3);
    await tap(page, [93, 42]);
    await expect.poll(() => page.locator('.hand-bar').textContent()).not.toContain('point');
    await page.getByRole('button', { name: 'Add a corner after 1' }).tap();
    await page.getByLabel('x of corner 2').focus();
    await page.getByRole('button', { name: 'Delete point' }).tap();
    await expect.poll(async () => (await corners(page)).length).toBe(3);
    expect(violations).toEqual([]);
  });

  it('draws corners to those of other zones, and lines to a grid', async () => {
    await tool('Zone');
    for (const place of [
      [103.7, 50.3],
      [103.7, 58.1],
      [93.1, 58.1],
    ] as const) {
      await click(page, place);
    }
    await page.keyboard.press('Enter');
    await page.getByLabel('x of corner 3').waitFor();
    expect((await corners(page))[0], 'the corner of the stairs').toEqual([104, 50]);
    await page.getByLabel('Snap to grid').selectOption('1');
    await tool('Zone');
    for (const place of [
      [22.3, 31.2],
      [30.4, 31.2],
      [30.4, 29.3],
    ] as const) {
      await click(page, place);
    }
    await page.getByRole('button', { name: 'Finish' }).click();
    await expect
      .poll(() => corners(page))
      .toEqual([
        [22, 31],
        [30, 31],
        [30, 29],
      ]);
  });

  it('drags a corner, splits a zone across, and moves one', async () => {
    await click(page, [16, 12]);
    await page.getByLabel('x of corner 1').waitFor();
    await page.mouse.move(...(await onPage(page, [28, 20])));
    await page.mouse.down();
    await page.mouse.move(...(await onPage(page, [26, 17])), { steps: 4 });
    await page.mouse.up();
    await expect.poll(async () => (await corners(page))[2]?.[0]).toBeCloseTo(26, 0);
    await tool('Split');
    await click(page, [50, 23.5]);
    await click(page, [50, 36.5]);
    await expect
      .poll(() => page.getByLabel('Name', { exact: true }).inputValue())
      .toBe('South concourse A');
    await page.getByRole('button', { name: 'All shapes' }).click();
    expect(await zones()).toBe(9);
    await page.getByRole('button', { name: /^Gate C queue \d/ }).click();
    await tool('Move');
    const before = await corners(page);
    await page.mouse.move(...(await onPage(page, [76, 12])));
    await page.mouse.down();
    await page.mouse.move(...(await onPage(page, [81, 12])), { steps: 4 });
    await page.mouse.up();
    await expect
      .poll(async () => ((await corners(page))[0]?.[0] ?? 0) - (before[0]?.[0] ?? 0))
      .toBeCloseTo(5, 0);
    expect(violations).toEqual([]);
  });

  it('deletes a corner by Alt and click, by the delete key, and adds one on an edge', async () => {
    await click(page, [110, 70]);
    await page.getByLabel('x of corner 4').waitFor();
    await page.keyboard.down('Alt');
    await click(page, [116, 80]);
    await page.keyboard.up('Alt');
    await expect.poll(async () => (await corners(page)).length).toBe(3);
    await page.keyboard.press('Control+z');
    await click(page, [92, 80]);
    await page.locator('.hand-bar').getByText('Delete point').waitFor();
    await page.keyboard.press('Delete');
    await expect
      .poll(() => corners(page))
      .toEqual([
        [92, 56],
        [116, 56],
        [116, 80],
      ]);
    await page.mouse.move(...(await onPage(page, [116, 68])));
    await page.mouse.down();
    await page.mouse.move(...(await onPage(page, [112, 68])), { steps: 4 });
    await page.mouse.up();
    await expect.poll(async () => (await corners(page)).length).toBe(4);
    await click(page, [113.6, 62]);
    expect((await corners(page)).length, 'a press on an edge is no new corner').toBe(4);
  });

  it('drags a corner by a finger', async () => {
    await context.close();
    page = await opened({ width: 820, height: 1180 }, true);
    await tap(page, [76, 12]);
    await page.getByLabel('x of corner 1').waitFor();
    const before = (await corners(page))[2];
    const fingers = await context.newCDPSession(page);
    const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', place?: Place) => {
      const at = place && (await onPage(page, place));
      const touchPoints = at === undefined ? [] : [{ x: at[0], y: at[1] }];
      await fingers.send('Input.dispatchTouchEvent', { type, touchPoints });
    };
    await touch('touchStart', [88, 20]);
    for (const place of [
      [89, 19],
      [91, 18],
      [92, 17],
    ] as const) {
      await touch('touchMove', place);
    }
    await touch('touchEnd');
    await expect.poll(async () => (await corners(page))[2]?.[0]).toBeCloseTo(92, 0);
    expect(before?.[0]).toBe(88);
  });

  it('draws a passage between the zones beside it, and turns it round', async () => {
    await tool('Passage');
    await click(page, [101.9, 28]);
    await click(page, [101.9, 33]);
    const ends = () =>
      Promise.all(
        ['From', 'To'].map((end) =>
          page.getByRole('combobox', { name: end, exact: true }).inputValue(),
        ),
      );
    await expect.poll(ends).toEqual(['east-stairs', 'concourse']);
    await page.getByRole('button', { name: 'Flip direction' }).click();
    await expect.poll(ends).toEqual(['concourse', 'east-stairs']);
  });

  it('is used by keyboard alone: a zone by numbers, its faults, and the way to them', async () => {
    const add = page.getByRole('button', { name: 'Add a zone by numbers' });
    await add.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Zone', exact: true }).waitFor();
    expect(await corners(page)).toEqual([
      [118, 4],
      [128, 4],
      [128, 14],
      [118, 14],
    ]);
    await page.getByLabel('x of corner 1').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('80');
    await page.keyboard.press('Enter');
    await page.getByText(/overlaps Gate C queue by/).waitFor();
    await tab('Checks');
    await page.getByRole('button', { name: /overlaps Gate C queue by/ }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByLabel('x of corner 1').inputValue()).toBe('80');
    await tab('Versions');
    expect(await page.getByText('Mend 1 fault before saving.').isVisible()).toBe(true);
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.getByText('Mend 1 fault').count()).toBe(0);
  });

  it('saves, tells what changed, and puts a version in force after asking', async () => {
    await page.getByRole('button', { name: /^West passage \d/ }).click();
    await page.getByLabel('Name', { exact: true }).fill('West walk');
    await save('West passage renamed');
    await page.getByText('Saved as version 3. It is not in force yet.').waitFor();
    expect(await versionOnServer(3)).toContain('"West walk"');
    const newest = page.locator('.version-list li').first();
    expect(await newest.textContent()).toContain('West passage renamed');
    await newest.getByRole('button', { name: 'Put in force' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Name: West passage → West walk').waitFor();
    await dialog.getByRole('button', { name: 'Put in force now' }).click();
    await expect.poll(() => newest.textContent()).toContain('In force');
    await page.locator('.version-list li').last().getByRole('button', { name: 'Restore' }).click();
    await page.getByText('Version 1 is on the drawing board.', { exact: false }).waitFor();
    await save('As in May again');
    await page.getByText('Saved as version 4.', { exact: false }).waitFor();
    expect(await versionOnServer(4)).not.toContain('east-stairs');
    expect(violations).toEqual([]);
  });

  it('loses nothing where somebody else saved first: both changes are joined', async () => {
    const plaza = fixtureVenue.zones.map((zone) =>
      zone.id === 'plaza' ? { ...zone, name: 'Fountain square' } : zone,
    );
    await page.getByRole('button', { name: /^West passage \d/ }).click();
    await page.getByLabel('Name', { exact: true }).fill('West walk');
    await otherSaves({ ...fixtureVenue, zones: plaza }, 2);
    await save('West passage renamed');
    const conflict = page.getByRole('alert').filter({ hasText: 'Version 3 was saved' });
    await conflict.getByText('Renamed the plaza', { exact: false }).waitFor();
    await conflict.getByRole('button', { name: 'Bring in those changes' }).click();
    await page.locator('.save-form').getByRole('button', { name: 'Save version' }).click();
    await page.getByText('Saved as version 4.', { exact: false }).waitFor();
    const saved = await versionOnServer(4);
    expect(saved).toContain('"West walk"');
    expect(saved).toContain('"Fountain square"');
  });

  it('keeps unsaved work over a reload, says so, and lets go of it when asked', async () => {
    await page.getByRole('button', { name: /^West passage \d/ }).click();
    await page.getByLabel('Name', { exact: true }).fill('West walk');
    await page.reload();
    await page.getByText(/that was not saved is open again/).waitFor();
    await page.getByRole('button', { name: /^West walk/ }).waitFor();
    await page.getByRole('button', { name: 'Discard it' }).click();
    await page.getByRole('button', { name: /^West passage \d/ }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: /^West passage \d/ }).waitFor();
    expect(await page.getByText(/is open again/).count()).toBe(0);
  });

  it('lays a floor plan under the drawing and scales it by a known length', async () => {
    const image = await page.screenshot({ clip: { x: 0, y: 0, width: 40, height: 20 } });
    await page.getByText('Floor plan', { exact: true }).click();
    await page
      .getByLabel('Choose an image')
      .setInputFiles({ name: 'plan.png', mimeType: 'image/png', buffer: image });
    await expect.poll(() => page.getByLabel('Width, m').inputValue()).toBe('116');
    await page.getByRole('button', { name: 'Scale by a known length' }).click();
    await page.getByLabel('Snap to grid').selectOption('1');
    await click(page, [40, 38]);
    await click(page, [60, 38]);
    await page.getByLabel('Length between the points, m').fill('10');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByLabel('Width, m').inputValue()).toBe('58');
    expect(violations).toEqual([]);
  });

  it('reads GeoJSON in metres, and says what of it cannot be read', async () => {
    const ring = [
      [92, 42],
      [101, 42],
      [101, 52],
      [92, 42],
    ];
    const feature = (kind: string, type: string, coordinates: unknown) => ({
      type: 'Feature',
      properties: { kind, name: 'Kiosk queue', zoneKind: 'queue' },
      geometry: { type, coordinates },
    });
    const features = [feature('zone', 'Polygon', [ring]), feature('zone', 'Point', [0, 0])];
    await page.getByText('GeoJSON in metres', { exact: true }).click();
    await page.getByLabel('Import').setInputFiles({
      name: 'plan.geojson',
      mimeType: 'application/geo+json',
      buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })),
    });
    await page.getByText('1 shape read, 1 fault:', { exact: false }).waitFor();
    await page.getByText('must be a Polygon').waitFor();
    expect(await zones()).toBe(9);
  });

  it('has nothing that axe finds', async () => {
    expect.soft(await axeFindings(page), 'list').toEqual([]);
    await page.getByRole('button', { name: /^Standing area/ }).click();
    expect.soft(await axeFindings(page), 'form').toEqual([]);
    for (const name of ['Calendar', 'Checks', 'Versions']) {
      await tab(name);
      expect.soft(await axeFindings(page), name).toEqual([]);
    }
  });
});
