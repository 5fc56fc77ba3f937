import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const script = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Finding {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe tests: WCAG 2.2 to level AA, and its own advice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong with a page as it is shown now: a line each, empty where nothing is. */
export const axeFindings = async (page: Page): Promise<string[]> => {
  // Evaluated, not added as a script: the page's own policy forbids strangers' scripts.
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(await readFile(script, 'utf8'));
  }
  const findings = await page.evaluate<Finding[], string[]>(
    async (values) =>
      (await Reflect.get(window, 'axe').run(document, { runOnly: { type: 'tag', values } }))
        .violations,
    RULES,
  );
  return findings.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) => `${id}: ${help}\n${html.slice(0, 200)}\n${failureSummary}`,
    ),
  );
};
