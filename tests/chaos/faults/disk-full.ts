import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from '../runner/fault.js';
import { openEvening, START_MS } from '../world/evening.js';
import { stopPrograms } from '../world/programs.js';
import { openSmallDisk, type SmallDisk } from '../world/small-disk.js';
import { tellAccount } from '../world/tell-account.js';

const CALM_MS = 10_000;
const SETTLE_MS = 120_000;
const FULL_MINUTES = 1;

const onSmallDisk = async <Value>(
  folder: string,
  work: (disk: SmallDisk) => Promise<Value>,
): Promise<Value> => {
  const disk = openSmallDisk(join(folder, 'small-disk'), 8);
  try {
    return await work(disk);
  } finally {
    await stopPrograms();
    await disk.close();
  }
};

export const diskFullStore: Fault = {
  name: 'disk-full-store',
  done: 'The disk of the server’s store (a file system of 8 MB) is filled to the last byte while 10 cameras send, and freed a minute later',
  promised:
    'The server goes on, says that its store fails, keeps the rows in memory and writes them when there is room: none lost, none doubled',
  run: (world) =>
    onSmallDisk(world.folder, async (disk) => {
      const storeFile = join(disk.folder, 'throng.db');
      const plan = { folder: world.folder, boxes: 1, camerasPerBox: 10, storeFile };
      const evening = await openEvening(plan);
      await evening.flows();
      await wait(CALM_MS);
      disk.fill();
      world.say('the disk is full');
      const before = evening.account().stored;
      await wait((world.minutes ?? FULL_MINUTES) * 60_000);
      disk.fill();
      const written = evening.account().stored - before;
      const isReady = await evening.isReady();
      const told = await fetch(`${evening.origin}/api/v1/alerts`).then((answer) => answer.text());
      const isTold = told.includes('store-failing');
      disk.free();
      world.say('there is room again');
      const account = await evening.settle(SETTLE_MS + START_MS);
      const isRunning = evening.server.isRunning;
      return {
        seen: `${written} windows found room in what SQLite had set aside; then the server ${isTold ? 'raised a store alert' : 'raised NO store alert'} and /readyz said ${isReady ? 'ready' : '503'}. ${tellAccount(account)}`,
        isKept: isRunning && isTold && !isReady && account.lost + account.doubled === 0,
        figures: { written, isReady, isTold, isRunning, ...account },
      };
    }),
};

export const diskFullSpool: Fault = {
  name: 'disk-full-spool',
  done: 'The disk of a box’s spool is full while the broker is dead; a minute later there is room, and then a broker',
  promised:
    'The box measures on, keeps what it cannot write in memory, and sends it: none lost, none doubled',
  run: (world) =>
    onSmallDisk(world.folder, async (disk) => {
      const evening = await openEvening({
        ...{ folder: world.folder, boxes: 1, camerasPerBox: 10 },
        box: { state: join(disk.folder, 'state') },
      });
      await evening.flows();
      await wait(CALM_MS);
      await evening.broker.kill();
      disk.fill();
      world.say('no broker, and no room');
      await wait((world.minutes ?? FULL_MINUTES) * 60_000);
      const isTold = evening.boxes[0]?.said().includes('the spool is full') === true;
      disk.free();
      evening.broker.start();
      await evening.flows();
      await wait(CALM_MS);
      const account = await evening.settle(SETTLE_MS + START_MS);
      const isRunning = evening.boxes[0]?.isRunning === true;
      return {
        seen: `The box ${isTold ? 'said that its spool is full' : 'did NOT say that its spool is full'} and measured on. ${tellAccount(account)}`,
        isKept: isRunning && isTold && account.lost + account.doubled === 0,
        figures: { isTold, isRunning, ...account },
      };
    }),
};
