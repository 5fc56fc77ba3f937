import { rounded } from '../shared/statistics.js';
import type { MeasuredBrowser } from './chromium.js';
import { startPageServer } from './page-server.js';

/** What the page holds after so many deltas. */
export interface Growth {
  readonly deltas: number;
  readonly heapMegabytes: number;
  /** Nodes of the document, also those that nothing shows any more. */
  readonly nodes: number;
}

const DAY_SECONDS = 86_400;
/** Deltas that are sent before the page is waited for. */
const BATCH = 20;
/** Deltas between two alerts that are raised, as the ones before clear. */
const TURNOVER = 10;

/**
 * A day of event time in so many deltas, as fast as the page takes them: every zone, cell and
 * camera changes in each, and alerts come and go. Looked at after each tenth.
 */
export const longRun = async (
  browser: MeasuredBrowser,
  folder: string,
  deltas: number,
  progress: (line: string) => void,
): Promise<Growth[]> => {
  const server = await startPageServer(folder, 20);
  const { close, memory, page } = await browser.open(server.url);
  const growth: Growth[] = [];
  const look = async () => {
    const { heapMegabytes, nodes } = await memory();
    growth.push({ deltas: server.sequence(), heapMegabytes: rounded(heapMegabytes, 1), nodes });
  };
  try {
    await page.locator('.map canvas').first().waitFor();
    for (let sent = 0; sent < deltas; sent += 1) {
      server.tick(
        DAY_SECONDS / deltas,
        sent % TURNOVER === 0 ? 1_000 + sent / TURNOVER : undefined,
      );
      if (sent % BATCH === 0) await caughtUp(server.sequence());
      if (sent % Math.ceil(deltas / 10) === 0) {
        await caughtUp(server.sequence());
        await look();
        progress(`the long run: ${Math.round((100 * sent) / deltas)} %`);
      }
    }
    await caughtUp(server.sequence());
    await look();
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
    );
  }
};
