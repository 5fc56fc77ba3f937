import type { Held, MeasuredBrowser } from './chromium.js';
import { SMALL } from './ground.js';
import { startPageServer } from './page-server.js';

/** What the page holds after so many deltas. */
export interface Growth extends Held {
  readonly deltas: number;
}

/** Whether a day open leaves the page as large as it was in the morning. */
export interface Verdict {
  readonly isSteady: boolean;
  /** From 10 % of the run to its end. */
  readonly heapMegabytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** Deltas that are sent before the page is waited for. */
const BATCH = 100;
/** Deltas between two alerts that are raised, as the ones before clear. */
const TURNOVER = 10;
/** The first number of those, above all that stand from the start. */
const FIRST = 1_000;

/** Deltas after which every list that is bounded is full: 100 cleared alerts, 15 minutes of a chart. */
const FULL = 1_500;

/** How long a machine with other work may take for a batch, milliseconds. */
const PATIENCE = 300_000;

/** Growth that is noise of a collection and of what is in sight at the moment. */
const NOISE = { heapShare: 0.05, heapMegabytes: 1, nodeShare: 0.02, listeners: 20 } as const;

/**
 * So many seconds of event time, one delta each, as fast as the page takes them: every zone, cell and
 * camera changes in each, alerts come and go, and the panel of a zone with its chart stands open.
 * Looked at after each tenth.
 */
export const longRun = async (
  browser: MeasuredBrowser,
  folder: string,
  deltas: number,
  progress: (line: string) => void,
): Promise<Growth[]> => {
  const server = await startPageServer(folder, SMALL, 20);
  const { close, held, page } = await browser.open(server.url);
  const growth: Growth[] = [];
  const tenth = Math.ceil(deltas / 10);
  try {
    await page.locator('.map canvas').first().waitFor();
    await page.locator('.zone-row button').first().click();
    await page.locator('.zone-panel .uplot').waitFor();
    for (let sent = 1; sent <= deltas; sent += 1) {
      server.tick(1, sent % TURNOVER === 0 ? FIRST + sent / TURNOVER : undefined);
      if (sent % BATCH === 0) await caughtUp(server.sequence());
      if (sent % tenth !== 0 && sent !== deltas) continue;
      await caughtUp(server.sequence());
      const now = await held();
      growth.push({ deltas: sent, ...now });
      progress(`${sent} of ${deltas} updates: ${now.heapMegabytes} MB, ${now.nodes} nodes`);
    }
    return growth;
  } finally {
    await close();
    server.close();
  }

  /** The page tells the number of its newest message in its connection details. */
  async function caughtUp(sequence: number): Promise<void> {
    await page.waitForFunction(
      (number) => document.querySelector('#connection-details dd')?.textContent === `${number}`,
      sequence,
      { timeout: PATIENCE },
    );
  }
};

/** Compares the end with the first tenth; null of a run that is too short to tell. */
export const verdictOf = (growth: readonly Growth[]): Verdict | null => {
  const [first, last] = [growth[0], growth.at(-1)];
  if (first === undefined || last === undefined || first.deltas < FULL) return null;
  const more = (of: keyof Held) => last[of] - first[of];
  const heapMegabytes = more('heapMegabytes');
  return {
    isSteady:
      heapMegabytes <= NOISE.heapMegabytes + NOISE.heapShare * first.heapMegabytes &&
      more('nodes') <= NOISE.nodeShare * first.nodes &&
      more('listeners') <= NOISE.listeners,
    heapMegabytes,
    nodes: more('nodes'),
    listeners: more('listeners'),
  };
};
