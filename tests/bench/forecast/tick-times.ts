import type { VenueDefinition } from '@throng/contract';
import {
  defaultRules,
  Foresight,
  initialState,
  planVenue,
  VenueCourse,
} from '@throng/control-server';
import { quantile, rounded } from '../shared/statistics.js';
import { windowsOf } from './large-venue.js';

const START = Date.parse('2026-06-20T17:00:00Z');
const MEGABYTE = 1024 ** 2;

/** Seconds of the evening that warm up: until then some code runs uncompiled, and no outlook has come true. */
const WARM_UP = 16 * 60;

/** What one second of the server took, milliseconds. */
interface Tick {
  /** By the clock on the wall: what a neighbour takes of the core counts too. */
  readonly wall: number;
  /** On all cores together, garbage collection included. */
  readonly cpu: number;
}

const spread = (milliseconds: readonly number[]) => ({
  p50: rounded(quantile(milliseconds, 0.5), 2),
  p99: rounded(quantile(milliseconds, 0.99), 2),
  least: rounded(quantile(milliseconds, 0), 2),
});

const spreads = (ticks: readonly Tick[]) => ({
  ticks: ticks.length,
  wallMs: spread(ticks.map(({ wall }) => wall)),
  cpuMs: spread(ticks.map(({ cpu }) => cpu)),
});

const cpuMilliseconds = (since: NodeJS.CpuUsage): number => {
  const { system, user } = process.cpuUsage(since);
  return (system + user) / 1_000;
};

/**
 * Lives through `minutes` of a venue whose cameras send a window a second, and measures what each
 * second takes: zones measured, alerts judged, every 10 s the forecast made and told, zones that warn or alarm
 * explained. What the cameras say is made beforehand, and hearing it is measured by itself.
 */
export const tickTimes = (venue: VenueDefinition, minutes: number) => {
  const plan = planVenue(venue);
  const rules = defaultRules();
  const foresight = new Foresight(plan);
  const windowsAt = windowsOf(venue, 1, START);
  const course = new VenueCourse(plan, rules, initialState(plan, START));
  const [looks, others]: [Tick[], Tick[]] = [[], []];
  const [foreseeing, hearing]: [number[], number[]] = [[], []];
  let explained = 0;
  for (let second = 0; second < WARM_UP + minutes * 60; second += 1) {
    const windows = windowsAt(second);
    const now = START + (second + 1) * 1_000 + 200;
    const heard = performance.now();
    for (const window of windows) course.take({ kind: 'window', window }, now);
    const spent = process.cpuUsage();
    const began = performance.now();
    course.take({ kind: 'tick' }, now);
    const asked = performance.now();
    const looked = foresight.look(course.state, now);
    const foreseen = performance.now();
    if (looked !== undefined) {
      if (!looked.ok) throw new Error(looked.message);
      const forecast = looked.value;
      course.take({ kind: 'forecast', forecast }, now);
    }
    const tick = { wall: performance.now() - began, cpu: cpuMilliseconds(spent) };
    if (second < WARM_UP) continue;
    hearing.push((began - heard) / windows.length);
    if (looked === undefined) others.push(tick);
    else {
      looks.push(tick);
      foreseeing.push(foreseen - asked);
      explained += course.state.explanations.byZone.size;
    }
  }
  return {
    zones: venue.zones.length,
    passages: venue.passages.length,
    all: spreads([...looks, ...others]),
    /** Of them those at which the venue is looked ahead. */
    atLooks: spreads(looks),
    /** The forecast alone, of the ticks at looks. */
    forecastMs: spread(foreseeing),
    explainedZones: rounded(explained / looks.length, 1),
    windowMicroseconds: rounded(quantile(hearing, 0.5) * 1_000, 1),
    memoryMegabytes: Math.round(process.memoryUsage.rss() / MEGABYTE),
  };
};

export type TickTimes = ReturnType<typeof tickTimes>;
