import { encode, type FleetReport, formatTopic } from '@throng/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFleetStore } from '../../control-server/src/adapters/fleet/sqlite-fleet-store.js';
import { axeFindingsInBothThemes } from '../support/axe.js';
import { type BrowserWindows, launchBrowser, screenshot } from '../support/browser.js';
import { CrowdedHouse } from '../support/crowded-house.js';
import { sampleReport } from '../support/fleet-samples.js';
import { describeWith } from '../support/system-tools.js';

const MODEL = { id: 'density-2', task: 'density' as const, sha256: 'a'.repeat(64), bytes: 10 };

describeWith(['chromium'], '[E] what boxes are told', () => {
  let crowded: CrowdedHouse;
  let browser: BrowserWindows;
  let page: Page;

  beforeAll(async () => {
    crowded = await CrowdedHouse.open();
    const store = openFleetStore(crowded.house.storeFile);
    store.addModel({ model: MODEL, addedAt: 0, addedBy: 'eva' });
    store.close();
    browser = await launchBrowser();
    page = await crowded.page(browser, { name: 'eva', role: 'engineer', zones: null });
  });
  afterAll(async () => {
    await browser?.close();
    await crowded?.close();
  });

  const post = (path: string, body: object) =>
    page.evaluate(
      async ([to, content]) => {
        const headers = { 'content-type': 'application/json' };
        const answer = await fetch(`api/v1/${to}`, { method: 'POST', headers, body: content });
        return answer.status;
      },
      [path, JSON.stringify(body)] as const,
    );
  const say = async (report: FleetReport) => {
    const agent = await crowded.house.agent();
    const payload = encode('reported', report);
    if (!payload.ok) throw new Error(payload.message);
    const topic = formatTopic({ channel: 'reported', venue: report.venue, edge: report.edge });
    await agent.publishAsync(topic, Buffer.from(payload.value), { qos: 1, retain: true });
  };

  it('shows what is pending, what is refused and why, and how a rollout stands', async () => {
    const settings = { cameras: [{ id: 'south', framesPerSecond: 2 }] };
    expect(await post('fleet/box-1/versions', { note: 'calmer', settings })).toBe(201);
    const stop = { edge: 'box-2', camera: 'stage' };
    const wish = { sha256: MODEL.sha256, canary: stop, seconds: 60, leastLooks: 5 };
    expect(await post('fleet-rollouts', wish)).toBe(201);
    await page.getByRole('link', { name: 'Fleet' }).click();
    const row = (box: string) => page.getByRole('row', { name: box });
    await row('box-1')
      .getByText(/^Pending since/)
      .waitFor();
    await row('box-1')
      .getByText(/eva.+calmer/)
      .waitFor();

    const fault = { code: 'bad-calibration', field: 'calibration', camera: 'south' } as const;
    const at = '2030-01-01T00:00:00.000Z';
    const { version: _, ...report } = sampleReport();
    await say({ ...report, answer: { outcome: 'refused', version: 1, at, faults: [fault] } });
    const offered = { rollout: 1, model: MODEL.id, digest: 'a'.repeat(16), since: at };
    const shadow = { ...offered, stage: 'shadow' as const, camera: 'stage' };
    await say({
      ...report,
      edge: 'box-2',
      models: [{ task: 'density', runs: 'density', offered: shadow }],
    });
    await row('box-1').getByText('south calibration: no ground follows from these marks').waitFor();
    await row('box-2').getByText('density-2: looks on beside the old model, stage').waitFor();
    expect(await axeFindingsInBothThemes(page)).toEqual([]);
    await screenshot(page, 'fleet-boxes');
  });

  it('aborts a rollout by a button that asks once more', async () => {
    const rollout = page.getByRole('listitem', { name: 'Rollout 1: density-2' });
    await rollout.getByText('tries it now').waitFor();
    await rollout.getByRole('button', { name: 'Abort' }).click();
    await rollout.getByRole('button', { name: 'No' }).click();
    await rollout.getByRole('button', { name: 'Abort' }).click();
    await rollout.getByRole('button', { name: 'Yes, take it back' }).click();
    await rollout.getByText('aborted').waitFor();
    expect(await rollout.getByRole('button').count()).toBe(0);
  });

  it('tells an operator nothing of it', async () => {
    const other = await crowded.page(browser, { name: 'kim', role: 'operator', zones: null });
    await other.getByRole('link', { name: 'Fleet' }).click();
    await other.getByRole('heading', { name: 'box-1' }).waitFor();
    expect(await other.getByRole('heading', { name: 'What boxes are told' }).count()).toBe(0);
  });
});
