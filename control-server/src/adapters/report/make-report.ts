import { type CalendarDefinition, fail, ok, type Result, toTimestamp } from '@throng/contract';
import {
  type AskedEvening,
  askEvent,
  askPeriod,
  lastOf,
} from '../../event-report/asked-evening.js';
import { makeEventReport } from '../../event-report/event-report.js';
import { formatIn } from '../../event-report/format.js';
import { recallEvening } from '../../event-report/recalled-evening.js';
import { type RecordedEvening, readEvening } from '../../event-report/recorded-evening.js';
import { tellReport } from '../../event-report/tell-report.js';
import { english } from '../../event-report/texts.js';
import type { StoreResult } from '../../store/measurement-store.js';
import { planVenue, type VenuePlan } from '../../venue-plan/venue-plan.js';
import { alertActs } from '../audit/alert-acts.js';
import { type OpenedRecord, openRecord } from './open-record.js';
import { renderReport } from './render-report.js';
import { replaySkill } from './replay-skill.js';
import type { MadeReport, ReportFault, ReportTask } from './report-task.js';

interface Asked {
  readonly now: AskedEvening;
  readonly last: AskedEvening | undefined;
}

/**
 * Reads an evening from the store and makes its report.
 *
 * @throws SqliteError when the store is missing or is none.
 */
export const makeReport = async (task: ReportTask): Promise<MadeReport> => {
  const asked = askedOf(task);
  if (!asked.ok) return asked;
  const { report, forecast } = task.server;
  const plan = planVenue(task.venue, task.calendar);
  const store = openRecord(task);
  try {
    const evening = await readEvening(store, plan, asked.value.now, report.stepSeconds);
    if (!evening.ok) return fail('store', evening.message);
    const last = await readLast(task, plan, store, asked.value.last);
    if (!last.ok) return fail('store', last.message);
    // Tables tell counts only; a replay would be for nothing.
    const isJudged = forecast.enabled && task.formats.some((each) => each !== 'csv');
    const made = makeEventReport({
      venue: task.venue.name,
      cameras: task.venue.cameras,
      evening: evening.value,
      last: last.value,
      acts: alertActs(task.storeFile, asked.value.now.from, asked.value.now.to),
      skill: isJudged ? await replaySkill(task, plan, store, asked.value.now) : [],
      k: report.suppressBelow,
    });
    const format = formatIn(report.timeZone);
    const texts = english(format);
    const told = tellReport(made, texts, format);
    return ok(await renderReport(task, made.evening, told, texts.language));
  } finally {
    await store.close();
  }
};

/** Events that are named where another was asked for. */
const NAMED = 10;

const noEvent = ({ events }: CalendarDefinition, id: string): string => {
  const known = events.slice(0, NAMED).map((event) => event.id);
  const named = known.length === 0 ? 'it has none' : `it has ${known.join(', ')}`;
  return `no event "${id}" in the calendar; ${named}${events.length > NAMED ? ' and others' : ''}`;
};

const askedOf = ({ calendar, now, server, subject }: ReportTask): Result<Asked, ReportFault> => {
  const step = server.report.stepSeconds;
  if (!('event' in subject)) {
    if (subject.from * 1_000 >= now) {
      const when = toTimestamp(subject.from * 1_000);
      return fail('not-begun', `--from ${when} lies ahead: nothing is on record of it yet`);
    }
    return ok({ now: askPeriod(subject.from, subject.to, step), last: undefined });
  }
  const named = (id: string) => calendar.events.find((each) => each.id === id);
  const event = named(subject.event);
  if (event === undefined) return fail('no-such-event', noEvent(calendar, subject.event));
  const before = subject.last === undefined ? lastOf(calendar, event) : named(subject.last);
  if (subject.last !== undefined && before === undefined) {
    return fail('no-such-event', noEvent(calendar, subject.last));
  }
  const asked = askEvent(calendar, event, step, now);
  if (asked === undefined)
    return fail('not-begun', `the doors of "${event.id}" have not opened yet`);
  return ok({ now: asked, last: before && askEvent(calendar, before, step, now) });
};

const isKnown = ({ zones }: RecordedEvening): boolean =>
  zones.some(({ steps }) => steps.some((step) => step !== null));

/** The last event: from its measurements, else from what is kept longer, else not at all. */
const readLast = async (
  { server }: ReportTask,
  plan: VenuePlan,
  store: OpenedRecord,
  asked: AskedEvening | undefined,
): Promise<StoreResult<RecordedEvening | null>> => {
  if (asked === undefined || asked.event === null) return ok(null);
  const step = server.report.stepSeconds;
  const measured = await readEvening(store, plan, asked, step);
  if (!measured.ok || isKnown(measured.value)) return measured;
  const kept = await store.evenings([asked.event]);
  if (!kept.ok) return kept;
  const recalled = recallEvening(plan, asked, step, kept.value);
  return ok(isKnown(recalled) ? recalled : null);
};
