import { createHash } from 'node:crypto';
import { toPolygon } from '@throng/contract';
import { area } from '@throng/crowd';
import {
  createCrowdEvening,
  createRandom,
  type SimulatedVenue,
  type Truth,
} from '@throng/simulation';
import { describe, expect, it } from 'vitest';
import { profileOf } from '../../../../control-server/src/forecast/evening-profile.js';
import { flowNetwork } from '../../../../control-server/src/forecast/flow-network.js';
import {
  Forecaster,
  type VenueForecast,
} from '../../../../control-server/src/forecast/forecaster.js';
import { HORIZONS, OUTLOOKS } from '../../../../control-server/src/forecast/horizons.js';
import { periodOf } from '../../../../control-server/src/forecast/inflow-rhythm.js';
import type { TickObservation } from '../../../../control-server/src/forecast/tick-observation.js';
import { arena } from '../../simulation/arena.js';

const { venue } = arena();
const areas = venue.zones.map(({ polygon }) => area(toPolygon(polygon)));
const network = flowNetwork(
  venue.zones.map(({ id }, zone) => ({ id, area: areas[zone] ?? 0 })),
  venue.passages.map(({ from, to, line: [[x1, y1], [x2, y2]], width }) => ({
    from,
    to,
    width: width ?? Math.hypot(x2 - x1, y2 - y1),
  })),
);

const evening = (seed: number, simulated: SimulatedVenue = arena()): Truth[] => {
  const run = createCrowdEvening(simulated, seed);
  const ticks: Truth[] = [];
  while (run.time < run.evening.length) ticks.push(...run.advance(10).slice(-1));
  return ticks;
};

const personsIn = (truth: Truth): number[] =>
  venue.zones.map(({ id }) => truth.zones[id]?.persons ?? 0);

/** What cameras with 6 % of bias and noise, and lines that miss 5 %, make of an evening. */
const observe = (truths: readonly Truth[], seed: number): TickObservation[] => {
  const random = createRandom(seed);
  const bias = venue.zones.map(() => 1 + 0.06 * random.normal());
  return truths.map((truth, tick) => {
    const persons = Float64Array.from(personsIn(truth), (count, zone) =>
      Math.max(0, count * ((bias[zone] ?? 1) + 0.05 * random.normal())),
    );
    const since = truths[tick - 1]?.passages;
    return {
      persons,
      sigma: persons.map((count) => 0.08 * count + 0.5),
      crossings: Float64Array.from(
        venue.passages.flatMap(({ id }) =>
          (['in', 'out'] as const).map((way) => {
            const crossed = (truth.passages[id]?.[way] ?? 0) - (since?.[id]?.[way] ?? 0);
            return (
              Array.from({ length: crossed }, () => random.chance(0.95)).filter(Boolean).length /
              0.95
            );
          }),
        ),
      ),
    };
  });
};

const forecastAll = (
  observations: readonly TickObservation[],
  forecaster = new Forecaster(network),
): VenueForecast[] => observations.map((observation) => forecaster.advance(observation));

/** 1 − error of the forecasts / error of "as it is now", over all zones. */
const skill = (
  truths: readonly Truth[],
  observed: readonly TickObservation[],
  said: readonly VenueForecast[],
  outlook: number,
): number => {
  const ticks = OUTLOOKS[outlook]?.ticks ?? 0;
  let [error, persistence] = [0, 0];
  for (let tick = 30; tick + ticks < truths.length; tick += 1) {
    const later = truths[tick + ticks];
    if (later === undefined) continue;
    for (const [zone, persons] of personsIn(later).entries()) {
      const density = persons / (areas[zone] ?? 1);
      error += Math.abs((said[tick]?.outlooks[outlook]?.density[zone] ?? 0) - density);
      persistence += Math.abs((observed[tick]?.persons[zone] ?? 0) / (areas[zone] ?? 1) - density);
    }
  }
  return 1 - error / persistence;
};

describe('the forecast of an evening', () => {
  const truths = evening(11);
  const observed = observe(truths, 3);
  const said = forecastAll(observed);
  const former = [21, 22, 23].map((seed) => evening(seed).map(personsIn));

  it('[U] the same observations give the same forecasts', () => {
    const hash = (forecasts: readonly VenueForecast[]) =>
      createHash('sha256')
        .update(
          JSON.stringify(
            forecasts.map(({ outlooks }) =>
              outlooks.map((each) => [...each.density, ...each.half80]),
            ),
          ),
        )
        .digest('hex');
    expect(hash(forecastAll(observed.slice(0, 120)))).toBe(hash(said.slice(0, 120)));
  });

  it('[U] is nearer to the truth than the last count, a minute and two ahead', () => {
    expect(skill(truths, observed, said, 0)).toBeGreaterThan(0.15);
    expect(skill(truths, observed, said, 1)).toBeGreaterThan(0.1);
  });

  it('[U] is much nearer with a memory of former evenings, at every horizon', () => {
    const remembered = forecastAll(observed, new Forecaster(network, profileOf(former)));
    for (const horizon of HORIZONS.keys()) {
      expect(
        skill(truths, observed, remembered, horizon),
        `${HORIZONS[horizon]} s`,
      ).toBeGreaterThan(0.25);
    }
  });

  it('[U] former evenings that knew nothing of the venue change nothing', () => {
    const nothing = truths.map((truth) => personsIn(truth).map(() => Number.NaN));
    const first = observed.slice(0, 100);
    const remembered = forecastAll(first, new Forecaster(network, profileOf([nothing])));
    const outlooks = (forecasts: readonly VenueForecast[]) => forecasts.map((all) => all.outlooks);
    expect(outlooks(remembered)).toEqual(outlooks(said.slice(0, 100)));
  });

  it('[U] a zone that no former evening knew stays a number, and leaves others what they knew', () => {
    const zone = venue.zones.findIndex(({ id }) => id === 'floor');
    const past = [former[0] ?? []];
    const changed = past.map((ticks) => ticks.map((persons) => persons.with(zone, Number.NaN)));
    const whole = forecastAll(observed, new Forecaster(network, profileOf(past)));
    const partial = forecastAll(observed, new Forecaster(network, profileOf(changed)));
    for (const [tick, { outlooks }] of partial.entries()) {
      for (const [index, { density }] of outlooks.entries()) {
        const expected = whole[tick]?.outlooks[index]?.density ?? density;
        expect(density.with(zone, 0)).toEqual(expected.with(zone, 0));
        expect(density[zone]).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('[U] what one of two former evenings did not know is told by the other', () => {
    const [dark, seen] = [[[Number.NaN]], [[12]]];
    expect(profileOf([dark, seen]).ticks).toEqual([Float64Array.from([12])]);
  });

  it('[U] a zone that no camera counts goes on by its doors, and an unknown crowd spoils no other zone', () => {
    const zone = venue.zones.findIndex(({ id }) => id === 'floor');
    const blind = observed.map((observation, tick) =>
      tick < 60
        ? observation
        : { ...observation, persons: observation.persons.with(zone, Number.NaN) },
    );
    const forecasts = forecastAll(blind);
    const errors = forecasts.slice(60, 110).map(({ persons }, index) => {
      const truth = truths[60 + index];
      const there = truth === undefined ? Number.NaN : personsIn(truth)[zone];
      return Math.abs((persons[zone] ?? 0) - (there ?? Number.NaN));
    });
    expect(Math.max(...errors)).toBeLessThan(60);
    for (const { outlooks } of forecasts) {
      for (const { density } of outlooks) expect(density.every(Number.isFinite)).toBe(true);
    }
  });

  it('[U] lines that are not counted leave every forecast a number', () => {
    const silent = observed.slice(0, 200).map((observation) => ({
      ...observation,
      crossings: observation.crossings.fill(Number.NaN),
    }));
    for (const { outlooks } of forecastAll(silent)) {
      for (const { density, half95 } of outlooks) {
        expect(density.every(Number.isFinite) && half95.every(Number.isFinite)).toBe(true);
      }
    }
  });
});

describe('the rhythm of arrivals', () => {
  it('[U] finds the period of bursts among noise, and none in noise alone', () => {
    const random = createRandom(5);
    const bursts = Array.from(
      { length: 300 },
      (_, tick) => (tick % 36 < 4 ? 12 : 0) + random.next() * 3,
    );
    const noise = Array.from({ length: 300 }, () => random.next() * 3);
    expect(Math.abs((periodOf(bursts) ?? 0) % 36)).toBeLessThanOrEqual(1);
    expect(periodOf(noise)).toBeUndefined();
    expect(periodOf(Array.from({ length: 300 }, () => 0))).toBeUndefined();
  });
});
