import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CalendarDefinition, type MeasurementWindow, toTimestamp } from '@throng/contract';
import { planVenue } from '@throng/control-server';
import type { Truth } from '@throng/simulation';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../../control-server/src/adapters/store/sqlite-store.js';
import { simulateEvening } from '../../../control-server/src/backtest/simulated-evening.js';
import { storedFormer } from '../../../control-server/src/cli/stored-former.js';
import { RecordingImport } from '../../../control-server/src/import/recording-import.js';
import { Replay } from '../../../control-server/src/replay/replay.js';
import type { ReplayEvent } from '../../../control-server/src/replay/replay-event.js';
import { defaultRules } from '../../../control-server/src/settings/default-rules.js';
import { arena } from '../../unit/simulation/arena.js';

const NIGHTS = [1, 2, 3] as const;
const TONIGHT = 4;

/** Epoch ms. */
const doorsOn = (night: number): number => Date.UTC(2025, 5, night, 18);

const CALENDAR: CalendarDefinition = {
  plans: [
    {
      id: 'concert',
      name: 'Concert',
      phases: [{ id: 'doors', name: 'Doors', fromMinute: 0 }],
      endMinute: 44,
    },
  ],
  events: [...NIGHTS, TONIGHT].map((night) => ({
    id: `night-${night}`,
    name: `Night ${night}`,
    plan: 'concert',
    doorsAt: toTimestamp(doorsOn(night)),
  })),
};

const simulated = arena();
const plan = planVenue(simulated.venue, CALENDAR);

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throng-nights-'));
  file = join(folder, 'throng.db');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A night as its cameras told of it, and what was true at each of its ticks. */
const nightOf = (night: number) => {
  const windows: MeasurementWindow[] = [];
  const truth = new Map<number, Truth>();
  for (const tick of simulateEvening(simulated, 30 + night, 10, doorsOn(night)).ticks) {
    windows.push(...tick.windows);
    truth.set(doorsOn(night) + tick.truth.time * 1_000, tick.truth);
  }
  return { windows, truth };
};

const importNight = async (night: number) => {
  const store = openSqliteStore({ file });
  const onRefused = (line: number): never => {
    throw new Error(`line ${line} refused`);
  };
  const taking = new RecordingImport({ store, plan, onRefused });
  for (const window of nightOf(night).windows) taking.line(JSON.stringify(window));
  await taking.flush();
  const remembered = await taking.remember(doorsOn(10));
  await store.close();
  return remembered.ok ? remembered.value.map(({ event }) => event.id) : [];
};

const tonight = nightOf(TONIGHT);

const replayTonight = (store: string | undefined): ReplayEvent[] => {
  const usual = { plan, rules: defaultRules(), formerEvenings: 3 };
  const former = storedFormer(store, usual);
  if (former === undefined) throw new Error('no store');
  const events: ReplayEvent[] = [];
  const run = new Replay({ usual, every: 10, former, onEvent: (event) => events.push(event) });
  for (const window of tonight.windows) run.window(window);
  run.end();
  return events;
};

/** Mean absolute error of what was said ten minutes ahead, persons/m², over all zones and ticks. */
const errorOf = (events: readonly ReplayEvent[]): number => {
  const errors = events.flatMap((event) => {
    if (event.kind !== 'forecast') return [];
    const then = Math.floor(Date.parse(event.at) / 10_000) * 10_000 + 600_000;
    const truth = tonight.truth.get(then)?.zones;
    return event.zones.flatMap(({ ahead, zone }) => {
      const said = ahead?.horizons.find(({ seconds }) => seconds === 600)?.density;
      const was = truth?.[zone]?.density;
      return said === undefined || was === undefined ? [] : [Math.abs(said - was)];
    });
  });
  return errors.reduce((sum, error) => sum + error, 0) / errors.length;
};

const told = (events: readonly ReplayEvent[]) => events.filter(({ kind }) => kind === 'event');

describe('[I] former evenings', () => {
  it('three that were imported bring what is foreseen of the fourth much nearer to the truth', async () => {
    for (const night of NIGHTS) expect(await importNight(night)).toEqual([`night-${night}`]);
    const alone = replayTonight(undefined);
    const remembering = replayTonight(file);
    expect(told(alone)).toMatchObject([{ event: 'night-4', formerEvents: [] }]);
    expect(told(remembering)).toMatchObject([
      { event: 'night-4', formerEvents: ['night-3', 'night-2', 'night-1'] },
    ]);
    expect(errorOf(remembering)).toBeLessThan(0.7 * errorOf(alone));
  });

  it('what is learnt of them outlasts the measurements', async () => {
    const store = openSqliteStore({ file });
    const before = replayTonight(file);
    for (let more = true; more; ) {
      const erased = await store.forget(doorsOn(10) / 1_000);
      more = erased.ok && erased.value.more;
    }
    const [zone = ''] = plan.zones.map(({ definition }) => definition.id);
    const span = { from: 0, to: doorsOn(10) / 1_000, step: 86_400 };
    expect(await store.zoneHistory({ zone, ...span })).toEqual({ ok: true, value: [] });
    await store.close();
    expect(errorOf(replayTonight(file))).toBe(errorOf(before));
  });
});
