import { type EveningSkill, ForecastSkill } from '../../event-report/forecast-skill.js';
import { TICK_SECONDS } from '../../forecast/horizons.js';
import { candidatesOf, formerEvenings } from '../../former-evenings/former-evenings.js';
import { Replay } from '../../replay/replay.js';
import { storedWindows } from '../../replay/stored-window.js';
import type { VenuePlan } from '../../venue-plan/venue-plan.js';
import type { OpenedRecord } from './open-record.js';
import type { ReportTask } from './report-task.js';

/** Seconds before an evening from which it is replayed: the forecast learns from what it sees. */
const WARM_UP = 1_800;

/** How right the forecast was: the evening's windows again through the code of the live server. */
export const replaySkill = async (
  { calendar, server }: ReportTask,
  plan: VenuePlan,
  record: Pick<OpenedRecord, 'evenings' | 'windows'>,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<EveningSkill[]> => {
  const known = await record.evenings(calendar.events.map(({ id }) => id));
  const kept = known.ok ? known.value : [];
  const skill = new ForecastSkill(from);
  const run = new Replay({
    usual: { plan, rules: server },
    every: TICK_SECONDS,
    onEvent: (event) => skill.enter(event),
    former: (event) => {
      const candidates = new Set(candidatesOf(calendar, event).map(({ id }) => id));
      const before = kept.filter((row) => candidates.has(row.event));
      return formerEvenings(plan, calendar, event, server.forecast.formerEvenings, before);
    },
  });
  const windowOf = storedWindows(plan);
  for await (const rows of record.windows({ from: from - WARM_UP, to })) run.window(windowOf(rows));
  run.end();
  return skill.rows;
};
