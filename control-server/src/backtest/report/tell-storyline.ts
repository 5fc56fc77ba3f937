import type { SimulatedVenue, Truth } from '@throng/simulation';
import { OUTLOOKS, TICK_SECONDS } from '../../forecast/horizons.js';
import { passProbability } from '../../forecast/warning.js';
import { limitsOfZone } from '../../limits-in-force/limits-of-zone.js';
import type { Rules } from '../../processing/rules.js';
import { planVenue } from '../../venue-plan/venue-plan.js';
import type { EveningRecord } from '../evening-record.js';
import { formerEvenings } from '../former-evenings.js';
import { warningsOf } from '../judge-warnings.js';
import { passings } from '../passings.js';
import { rehearsedProfile, rehearseEvening } from '../rehearse-evening.js';
import { simulateEvening } from '../simulated-evening.js';
import { incidentsBefore } from './incidents-before.js';
import type { Case } from './pick-cases.js';
import type { CoursePoint, Moment, PassageFlow, Storyline } from './storyline.js';

/** Ticks of a minute, and of the five that a warning looks ahead. */
const MINUTE = 60 / TICK_SECONDS;
const AHEAD = 5 * MINUTE;

const FIVE_MINUTES = OUTLOOKS.findIndex(({ kind, ticks }) => kind === 'at' && ticks === AHEAD);

/** Share of the limit from which a zone counts as near it. */
const NEAR = 0.6;

/** Minutes of the map's moments, and the span of the course, from the passing or the false warning. */
const MOMENTS = { passing: [-10, -5, 0], false: [-5, 0, 10] } as const;
const COURSE = { passing: [-20, 10], false: [-15, 20] } as const;

/** Rehearses a case's evening once more, and keeps what its story needs. */
export const tellStoryline = (
  simulated: SimulatedVenue,
  told: Case,
  rules: Rules,
  history: number,
): Storyline => {
  const plan = planVenue(simulated.venue);
  const profile = rehearsedProfile(simulated, formerEvenings(history));
  const record = rehearseEvening(simulated, told.seed, rules, profile);
  const evening = simulateEvening(simulated, told.seed, TICK_SECONDS);
  const truths = Array.from(evening.ticks, ({ truth }) => truth);
  const zone = simulated.venue.zones.findIndex(({ id }) => id === told.zone);
  const tick = record.ticks.findIndex(({ time }) => time >= told.at);
  const limit = record.zones[zone]?.limit ?? Number.NaN;
  const densities = record.ticks.map(({ truth }) => truth[zone] ?? 0);
  const kind = told.kind === 'false' ? 'false' : 'passing';
  const within = (minutes: number): number =>
    Math.max(0, Math.min(record.ticks.length - 1, tick + minutes * MINUTE));
  const [begin, end] = [within(COURSE[kind][0]), within(COURSE[kind][1])];
  return {
    told,
    simulated,
    zoneName: simulated.venue.zones[zone]?.name ?? told.zone,
    bands: plan.zones.map(({ definition }) => limitsOfZone(definition).bands),
    limit,
    history,
    earlierSurges: passings(densities, NEAR * limit).filter(({ to }) => to < tick).length,
    incidents: incidentsBefore(simulated, evening.happenings, told.zone, told.at),
    moments: MOMENTS[kind].map((minutes) => momentAt(simulated, truths, within(minutes))),
    course: courseOf(simulated, record, truths, zone).slice(begin, end + 1),
  };
};

const flowsAt = (
  { venue }: SimulatedVenue,
  truths: readonly Truth[],
  tick: number,
): PassageFlow[] => {
  const [now, before] = [truths[tick]?.passages, truths[tick - MINUTE]?.passages];
  return venue.passages.map(({ id }) => ({
    passage: id,
    in: (now?.[id]?.in ?? 0) - (before?.[id]?.in ?? 0),
    out: (now?.[id]?.out ?? 0) - (before?.[id]?.out ?? 0),
  }));
};

const momentAt = (simulated: SimulatedVenue, truths: readonly Truth[], tick: number): Moment => {
  const truth = truths[tick];
  return {
    time: truth?.time ?? 0,
    phase: truth?.phase ?? '',
    densities: simulated.venue.zones.map(({ id }) => truth?.zones[id]?.density ?? Number.NaN),
    flows: flowsAt(simulated, truths, tick),
    hindered: Object.entries(truth?.passages ?? {})
      .filter(([, { opening }]) => opening < 1)
      .map(([passage, { opening }]) => ({ passage, left: opening })),
  };
};

const courseOf = (
  simulated: SimulatedVenue,
  record: EveningRecord,
  truths: readonly Truth[],
  zone: number,
): CoursePoint[] => {
  const { area = 1, id = '', limit = 0 } = record.zones[zone] ?? {};
  const warnings = warningsOf(record, zone);
  return record.ticks.map(({ counted, forecast, time, truth }, tick) => {
    const said = record.ticks[tick - AHEAD]?.forecast.outlooks[FIVE_MINUTES];
    const expected = said?.density[zone] ?? Number.NaN;
    const half = said?.half80[zone] ?? Number.NaN;
    return {
      time,
      truth: truth[zone] ?? Number.NaN,
      counted: counted[zone] ?? Number.NaN,
      expected,
      low: Math.max(0, expected - half),
      high: expected + half,
      probability: passProbability(forecast, zone, area, limit),
      warned: warnings.some(({ from, to }) => tick >= from && tick < to),
      ...throughput(simulated, flowsAt(simulated, truths, tick), id),
    };
  });
};

/** Persons/min into and out of a zone over all its passages. */
const throughput = (
  { venue }: SimulatedVenue,
  flows: readonly PassageFlow[],
  zone: string,
): { inflow: number; outflow: number } => {
  let [inflow, outflow] = [0, 0];
  for (const [index, { from, to }] of venue.passages.entries()) {
    const { in: forth, out: back } = flows[index] ?? { in: 0, out: 0 };
    if (to === zone) [inflow, outflow] = [inflow + forth, outflow + back];
    if (from === zone) [inflow, outflow] = [inflow + back, outflow + forth];
  }
  return { inflow, outflow };
};
