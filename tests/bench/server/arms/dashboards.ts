import { once } from 'node:events';
import WebSocket from 'ws';
import { serveArm } from '../../shared/serve-arm.js';
import { quantile } from '../../shared/statistics.js';

// dashboards.js URL COUNT: so many pages that note how late each message comes.
const [, , url = '', count = '1'] = process.argv;

/** Milliseconds from the moment that a message names to its arrival. */
let late: number[] = [];
let bytes = 0;
const pages = Array.from({ length: Number(count) }, () => {
  const page = new WebSocket(url, { perMessageDeflate: false });
  page.on('message', (data: Buffer) => {
    bytes += data.byteLength;
    const at = /"at":"([^"]+)"/.exec(data.toString('latin1', 0, 200))?.[1];
    if (at !== undefined) late.push(Date.now() - Date.parse(at));
  });
  page.on('error', (error) => console.error(error.message));
  return page;
});
await Promise.all(pages.map((page) => once(page, 'open')));

await serveArm(async () => {
  const open = pages.filter(({ readyState }) => readyState === WebSocket.OPEN).length;
  const found = {
    ...{ open, messages: late.length, bytes },
    ...{ p50: quantile(late, 0.5), p95: quantile(late, 0.95), p99: quantile(late, 0.99) },
  };
  [late, bytes] = [[], 0];
  return found;
});
