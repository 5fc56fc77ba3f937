import { type FlowNetwork, flowNetwork } from '../../forecast/flow-network.js';
import { Forecaster } from '../../forecast/forecaster.js';
import { OUTLOOKS, TICK_SECONDS } from '../../forecast/horizons.js';
import { type ConcourseTick, concourseTicks } from './concourse-ticks.js';
import { dampedTrend, fitTrend } from './damped-trend.js';
import { type ConcourseScore, type Judged, scoreJudged } from './judged-forecast.js';
import type { Concourse } from './read-concourse.js';

/** How good the forecast was on a real concourse, by the part of it that it had not seen. */
export interface ConcourseResult extends ConcourseScore {
  readonly venue: 'grand-central';
  /** Seconds that it learnt from first, and seconds by which it was judged. */
  readonly trainedSeconds: number;
  readonly judgedSeconds: number;
  readonly zones: readonly ConcourseScore[];
  /** All of it as one zone, with those who entered and left. */
  readonly concourse: ConcourseScore;
}

/** What is judged, ticks ahead: beyond five minutes the film holds too few. */
const AHEAD = [60, 120, 300].map((seconds) => seconds / TICK_SECONDS);

/** The first half is learnt from. */
const TRAINED = 0.5;

/** m² that each zone counts as: the film comes without a plan, and the figures hardly depend on it. */
const ZONE_AREA = 250;

/** Metres of all the ways in and out together: wider than whatever flows through them. */
const WAYS_WIDTH = 40;

/** Standard deviation of a count of people followed one by one. */
const sigmaOf = (persons: number): number => 0.5 + 0.05 * persons;

/** The forecaster of the server, the film through it tick by tick. */
export const judgeConcourse = (concourse: Concourse): ConcourseResult => {
  const ticks = concourseTicks(concourse);
  const from = Math.floor(ticks.length * TRAINED);
  const { zones } = concourse;
  const areas = zones.map((id) => ({ id, area: ZONE_AREA }));
  const perZone = judge(flowNetwork(areas, []), zones, ticks, from, ({ persons }) => persons);
  const way = { from: 'outside', to: 'concourse', width: WAYS_WIDTH };
  const whole = [{ id: 'concourse', area: ZONE_AREA * zones.length }];
  const [all = []] = judge(
    flowNetwork(whole, [way]),
    ['concourse'],
    ticks,
    from,
    ({ occupancy }) => [occupancy],
  );
  return {
    ...scoreJudged('all zones', perZone.flat()),
    venue: 'grand-central',
    trainedSeconds: from * TICK_SECONDS,
    judgedSeconds: (ticks.length - from) * TICK_SECONDS,
    zones: perZone.map((judged, zone) => scoreJudged(zones[zone] ?? '', judged)),
    concourse: scoreJudged('concourse', all),
  };
};

/** Each zone's forecasts with what came true, and what its rivals said. */
const judge = (
  network: FlowNetwork,
  zones: readonly string[],
  ticks: readonly ConcourseTick[],
  from: number,
  personsOf: (tick: ConcourseTick) => readonly number[],
): Judged[][] => {
  const forecaster = new Forecaster(network);
  const said = ticks.map((tick) => {
    const persons = Float64Array.from(personsOf(tick));
    const crossings = network.edges === 0 ? [] : [tick.entered, tick.left];
    return forecaster.advance({
      persons,
      sigma: persons.map(sigmaOf),
      crossings: Float64Array.from(crossings),
    });
  });
  const counts = zones.map((_, zone) => ticks.map((tick) => personsOf(tick)[zone] ?? 0));
  const form = fitTrend(
    counts.map((all) => all.slice(0, from)),
    AHEAD,
  );
  return zones.map((_, zone) => {
    const series = counts[zone] ?? [];
    const area = network.area[zone] ?? 1;
    return AHEAD.flatMap((ahead) => {
      const outlook = OUTLOOKS.findIndex(
        ({ kind, ticks: reach }) => kind === 'at' && reach === ahead,
      );
      const trend = dampedTrend(series, ahead, form);
      const judged: Judged[] = [];
      for (let at = from; at + ahead < series.length; at += 1) {
        const forecast = said[at]?.outlooks[outlook];
        if (forecast === undefined) continue;
        judged.push({
          seconds: ahead * TICK_SECONDS,
          truth: series[at + ahead] ?? 0,
          now: series[at] ?? 0,
          trend: trend[at] ?? 0,
          forecast: (forecast.density[zone] ?? 0) * area,
          half80: (forecast.half80[zone] ?? 0) * area,
          half95: (forecast.half95[zone] ?? 0) * area,
        });
      }
      return judged;
    });
  });
};
