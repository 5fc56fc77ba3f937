import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type CalendarDefinition, emptyCalendar, toTimestamp } from '@throng/contract';
import type { SimulatedVenue } from '@throng/simulation';
import { ROOT } from '../workspace.js';
import { VENUE_FILE } from './read-venue.js';

const run = promisify(execFile);

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** The seed of yesterday's crowd: another one than tonight's, and always the same. */
const SEED = '7041';

/** The whole hour of yesterday that is a day before `now`, epoch ms. */
export const yesterdaysDoors = (now: number): number =>
  Math.floor((now - DAY_MS) / HOUR_MS) * HOUR_MS;

/** A calendar with yesterday's evening, by the venue's own plan. */
export const yesterdaysCalendar = (
  { calendar }: SimulatedVenue,
  now: number,
): CalendarDefinition => {
  const [plan] = calendar?.plans ?? [];
  if (plan === undefined) return emptyCalendar;
  const doorsAt = toTimestamp(yesterdaysDoors(now));
  return {
    plans: [plan],
    events: [{ id: 'yesterday', name: 'Yesterday', plan: plan.id, doorsAt }],
  };
};

/**
 * Puts yesterday's evening into the record by the product's own commands, before the server starts:
 * so that playback and the event report have something to tell.
 */
export const recordYesterday = async (
  venueFile: string,
  folder: string,
  now: number,
): Promise<void> => {
  const bin = `${ROOT}/control-server/bin/throng-server.mjs`;
  const recording = `${folder}/yesterday.jsonl`;
  const doorsAt = toTimestamp(yesterdaysDoors(now));
  const evening = ['--venue', VENUE_FILE, '--seed', SEED, '--doors-at', doorsAt];
  await run(process.execPath, [bin, 'simulate', ...evening, '--out', recording], { cwd: ROOT });
  await run(process.execPath, [bin, 'import', recording, '--config', venueFile], { cwd: ROOT });
};
