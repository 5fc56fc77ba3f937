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

/** What alone can differ between two themes of one page. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** What axe finds wrong with a page as it is shown now: a line each, empty where nothing is. */
export const axeFindings = (page: Page): Promise<string[]> =>
  findingsBy(page, { type: 'tag', values: RULES });

/** The same in both themes: by all rules in the dark one, by those of colour in the light one. */
export const axeFindingsInBothThemes = async (page: Page): Promise<string[]> => {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await findingsBy(page, { type: 'rule', values: COLOUR_RULES });
  await page.emulateMedia({ colorScheme: 'dark' });
  return [...light.map((finding) => `light: ${finding}`), ...(await axeFindings(page))];
};

interface RunOnly {
  readonly type: 'tag' | 'rule';
  readonly values: readonly string[];
}

const findingsBy = async (page: Page, runOnly: RunOnly): Promise<string[]> => {
  // Evaluated, not added as a script: the page's own policy forbids strangers' scripts.
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(await readFile(script, 'utf8'));
  }
  const findings = await page.evaluate<Finding[], RunOnly>(
    async (only) => (await Reflect.get(window, 'axe').run(document, { runOnly: only })).violations,
    runOnly,
  );
  return findings.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) => `${id}: ${help}\n${html.slice(0, 200)}\n${failureSummary}`,
    ),
  );
};
