import { OUTSIDE, type PlanOutcome, type ZoneOutcome } from '@throng/contract';
import { lastToClear, type PlanRuns, type Situation, timeToClear } from './run-plan.js';

/** What came of a plan, as it is told; `drawn` are the zones whose density is wanted over time. */
export const planOutcome = (
  { venue, until }: Situation,
  runs: PlanRuns,
  drawn: readonly number[],
): PlanOutcome => {
  const { evacuated, name } = runs.plan;
  const { record, run } = runs.expected;
  const zones = venue.zones.map(
    ({ definition: { id } }, zone): ZoneOutcome => ({
      zone: id,
      clear: timeToClear(runs, zone),
      left: persons(run.persons[zone]),
      trapped: persons(run.trapped(zone)),
      peak: density(record.peak[zone]),
      peakSeconds: record.peakAt[zone] ?? 0,
      warningSeconds: perhaps(record.warningAt[zone]),
      criticalSeconds: perhaps(record.criticalAt[zone]),
    }),
  );
  const asked = zones.filter((_, zone) => evacuated[zone] === true);
  const subject = asked.length === 0 ? zones : asked;
  const worst = zones.reduce((most, each) => (each.peak > most.peak ? each : most));
  return {
    name,
    clear: lastToClear(subject.map(({ clear }) => clear)),
    left: persons(total(run.persons)),
    trapped: persons(total(zones.map((_, zone) => run.trapped(zone)))),
    heldOutside: persons(total(run.held)),
    worst: { zone: worst.zone, density: worst.peak, seconds: worst.peakSeconds },
    zones,
    exits: venue.venue.passages.flatMap(({ from, id, to }, passage) => {
      if (from !== OUTSIDE && to !== OUTSIDE) return [];
      const edge = 2 * passage + (from === OUTSIDE ? 1 : 0);
      const [all, perMinute] = [run.exits.total[edge], run.exits.fullest[edge]];
      return [{ passage: id, persons: persons(all), perMinute: persons(perMinute) }];
    }),
    series: drawn.map((zone) => ({
      zone: venue.zones[zone]?.definition.id ?? '',
      densities: Array.from({ length: Math.floor(until / record.drawnEvery) + 1 }, (_, moment) =>
        // A run ends when all have left: from then on nobody is there.
        density(record.drawn[moment]?.[zone]),
      ),
    })),
  };
};

const total = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((all, each) => all + each, 0);

const persons = (value: number | undefined): number => Math.max(0, Math.round(value ?? 0));

const density = (value: number | undefined): number => Math.round((value ?? 0) * 100) / 100;

const perhaps = (seconds: number | undefined): number | null =>
  seconds === undefined || Number.isNaN(seconds) ? null : seconds;
