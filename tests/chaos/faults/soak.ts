import { setTimeout as wait } from 'node:timers/promises';
import { residentMegabytes } from '../../bench/shared/cpu-time.js';
import type { Fault } from '../runner/fault.js';
import { soakDay } from '../soak/soak-day.js';
import { openEvening } from '../world/evening.js';
import { MemoryCourse, type Parts } from '../world/memory-course.js';
import { tellAccount } from '../world/tell-account.js';

const MINUTES = 120;
const LOOK_MS = 5_000;
const SETTLE_MS = 240_000;
/** Of the memory after a tenth of the time: what may be added by its end. */
const [GROWTH_SHARE, GROWTH_MEGABYTES] = [0.15, 10];

const isFlat = (early: number, late: number): boolean =>
  late <= early * (1 + GROWTH_SHARE) + GROWTH_MEGABYTES;

const TENTHS: Parts = { early: [0.1, 0.2], late: [0.9, 1] };

export const soakRealTime: Fault = {
  name: 'soak-real-time',
  done: 'Two hours (`--minutes`) of 20 cameras at 1 Hz through boxes, broker and server, undisturbed',
  promised:
    'Memory of server and boxes is flat: the median of the last tenth is at most 15 % and 10 MB above that of the second tenth; no window is lost',
  run: async (world) => {
    const evening = await openEvening({ folder: world.folder, boxes: 2, camerasPerBox: 10 });
    await evening.flows();
    const parts = [evening.server, ...evening.boxes];
    const courses = parts.map(() => new MemoryCourse(TENTHS));
    for (const end = Date.now() + (world.minutes ?? MINUTES) * 60_000; Date.now() < end; ) {
      await wait(LOOK_MS);
      const now = parts.map(({ name, pid }, index) => {
        const megabytes = residentMegabytes(pid);
        courses[index]?.add(megabytes);
        return `${name} ${Math.round(megabytes)} MB`;
      });
      world.say(`${Math.ceil((end - Date.now()) / 60_000)} min to go, ${now.join(', ')}`);
    }
    const memory = courses.map(({ early, late }, index) => ({
      ...{ name: parts[index]?.name, early, late },
    }));
    const account = await evening.settle(SETTLE_MS);
    const told = memory.map(
      ({ early, late, name }) => `${name} ${Math.round(early)} → ${Math.round(late)} MB`,
    );
    return {
      seen: `From the second tenth to the last: ${told.join(', ')}. ${tellAccount(account)}`,
      isKept:
        memory.every(({ early, late }) => isFlat(early, late)) &&
        account.lost + account.doubled === 0,
      figures: { memory, ...account },
    };
  },
};

export const soakEventTime: Fault = {
  name: 'soak-event-time',
  done: 'A day in event time (86,400 s) of 12 cameras through the server’s core, as fast as the machine can: reading, judging, forecasting, telling',
  promised:
    'The heap after a day is at most 15 % and 10 MB above that after a tenth of it, garbage collected both times',
  run: async (world) => {
    const day = await soakDay((line) => world.say(line));
    return {
      seen: `${day.windows.toLocaleString('en-US')} windows in ${Math.round(day.seconds)} s (${Math.round(86_400 / day.seconds)} × real time); the heap held ${day.early.toFixed(1)} MB after a tenth of the day and ${day.late.toFixed(1)} MB at its end; ${day.told.toLocaleString('en-US')} events were told.`,
      isKept: isFlat(day.early, day.late) && day.told > 0,
      figures: day,
    };
  },
};
