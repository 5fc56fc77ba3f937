import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { residentMegabytes } from '../../bench/shared/cpu-time.js';
import type { Fault } from '../runner/fault.js';
import { openEvening } from '../world/evening.js';
import { goodPage } from '../world/good-page.js';
import { tellAccount } from '../world/tell-account.js';

const BAD = 300;
const GOOD = 10;
const MINUTES = 2;
/** Seconds without a message that a good page may see: one is due each second. */
const LONGEST_GAP_S = 5;
const GROWTH_MEGABYTES = 120;
const SETTLE_MS = 120_000;
/** Milliseconds in which who was sent away hears of it, once they read. */
const HEARING_MS = 5_000;

const UPGRADE = (origin: string): string =>
  `GET /ws HTTP/1.1\r\nHost: ${new URL(origin).host}\r\nOrigin: ${origin}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`;

/** A third never reads, a third never answers a ping, a third stops in the middle of its greeting. */
const badClient = async (origin: string, index: number): Promise<Socket> => {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  socket.on('error', () => {});
  await once(socket, 'connect');
  const greeting = UPGRADE(origin);
  socket.write(index % 3 === 2 ? greeting.slice(0, 60) : greeting);
  if (index % 3 === 1) socket.resume();
  else socket.pause();
  return socket;
};

export const badClients: Fault = {
  name: 'bad-clients',
  done: '300 WebSocket clients that never read, never answer a ping, or stop in the middle of their greeting, beside 10 good pages, while 20 cameras send',
  promised:
    'The good pages miss nothing and wait no longer than 5 s for a message; the bad ones are sent away; memory is bounded; no window is lost',
  run: async (world) => {
    const evening = await openEvening({ folder: world.folder, boxes: 2, camerasPerBox: 10 });
    await evening.flows();
    const good = await Promise.all(Array.from({ length: GOOD }, () => goodPage(evening.origin)));
    await wait(10_000);
    const before = residentMegabytes(evening.server.pid);
    const count = world.count ?? BAD;
    const bad: Socket[] = [];
    for (let index = 0; index < count; index += 1) bad.push(await badClient(evening.origin, index));
    world.say(`${count} bad clients are connected`);
    let most = before;
    for (const page of good) page.beginTiming();
    for (const end = Date.now() + (world.minutes ?? MINUTES) * 60_000; Date.now() < end; ) {
      await wait(2_000);
      most = Math.max(most, residentMegabytes(evening.server.pid));
    }
    const pages = good.map((page) => page.seen());
    // Who never reads hears of no end either: now they all read, and what stays open was never ended.
    for (const socket of bad) socket.resume();
    await wait(HEARING_MS);
    const held = bad.filter((socket) => !socket.closed && !socket.readableEnded).length;
    for (const socket of bad) socket.destroy();
    for (const page of good) page.close();
    const account = await evening.settle(SETTLE_MS);
    const longest = Math.max(...pages.map(({ longestGapMs }) => longestGapMs)) / 1_000;
    const holes = pages.reduce((sum, page) => sum + page.holes, 0);
    const gone = pages.filter(({ isOpen }) => !isOpen).length;
    return {
      seen: `${GOOD - gone} of ${GOOD} good pages stayed, ${holes} numbers missing, ${longest.toFixed(1)} s the longest wait; ${count - held} of ${count} bad clients had been sent away. Server ${Math.round(before)} MB before, ${Math.round(most)} MB at most. ${tellAccount(account)}`,
      isKept:
        gone + holes + held === 0 &&
        longest <= LONGEST_GAP_S &&
        most < before + GROWTH_MEGABYTES &&
        account.lost + account.doubled === 0,
      figures: { gone, holes, longest, held, before, most, ...account },
    };
  },
};
