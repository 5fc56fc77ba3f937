import { createRandom } from '@throng/simulation';
import { describe, expect, it } from 'vitest';
import { concourseTicks } from '../../../../../control-server/src/backtest/grand-central/concourse-ticks.js';
import {
  dampedTrend,
  fitTrend,
} from '../../../../../control-server/src/backtest/grand-central/damped-trend.js';
import { judgeConcourse } from '../../../../../control-server/src/backtest/grand-central/judge-concourse.js';
import { scoreJudged } from '../../../../../control-server/src/backtest/grand-central/judged-forecast.js';
import { readConcourse } from '../../../../../control-server/src/backtest/grand-central/read-concourse.js';

const HEADER = 'frame,seconds,occupancy,entered,left,zone_west,zone_east';

const read = (...lines: string[]) => {
  const concourse = readConcourse([HEADER, ...lines].join('\n'));
  if (!concourse.ok) throw new Error(concourse.message);
  return concourse.value;
};

/** A film of 40 minutes, counted every 5 s, with so many persons in the two zones at a second. */
const film = (west: (second: number) => number, east: (second: number) => number) =>
  read(
    ...Array.from({ length: 481 }, (_, index) => {
      const second = index * 5;
      const [one, two] = [Math.round(west(second)), Math.round(east(second))];
      return [index, second, one + two, 0, 0, one, two].join(',');
    }),
  );

describe('[U] the file of a concourse', () => {
  it('is read with its zones, moment by moment', () => {
    expect(read('0,0.0,7,7,0,3,4', '20,0.8,8,2,1,3,5')).toEqual({
      zones: ['zone_west', 'zone_east'],
      moments: [
        { seconds: 0, occupancy: 7, entered: 7, left: 0, persons: [3, 4] },
        { seconds: 0.8, occupancy: 8, entered: 2, left: 1, persons: [3, 5] },
      ],
    });
  });

  it.each([
    ['no column of entered', 'seconds,occupancy,left,zone_a', '0,1,0,1', /no "entered"/],
    ['no zone', 'seconds,occupancy,entered,left', '0,1,0,0', /no "zone_/],
    ['a word for a number', HEADER, '0,0,many,0,0,1,1', /line 2 holds no number/],
    ['a line that is short', HEADER, '0,0,1,0,0,1', /line 2 holds no number/],
    ['fewer than nobody', HEADER, '0,0,1,0,0,-1,2', /line 2 holds no number/],
  ])('with %s is refused by name', (_, header, line, message) => {
    const refused = readConcourse(`${header}\n${line}`);
    expect(refused).toMatchObject({ ok: false, message: expect.stringMatching(message) });
  });

  it('that goes back in time is refused', () => {
    const refused = readConcourse(`${HEADER}\n0,5,1,0,0,1,0\n0,5,1,0,0,1,0`);
    expect(refused).toMatchObject({ ok: false, message: expect.stringMatching(/line 3 is not/) });
  });
});

describe('[U] the concourse every 10 s', () => {
  it('is as it was last counted until then, with all who came and went since', () => {
    const lines = Array.from({ length: 27 }, (_, index) => {
      const seconds = (index * 0.8).toFixed(1);
      return `${index},${seconds},${index},1,2,${index},0`;
    });
    // 10 s lie after the 13th moment (9.6 s), 20 s on the 26th.
    expect(concourseTicks(read(...lines))).toEqual([
      { occupancy: 12, persons: [12, 0], entered: 13, left: 26 },
      { occupancy: 25, persons: [25, 0], entered: 13, left: 26 },
    ]);
  });
});

describe('[U] the damped trend', () => {
  it('follows a rise that goes on, less and less', () => {
    const rising = Array.from({ length: 200 }, (_, tick) => 2 * tick);
    const said = dampedTrend(rising, 2, { smoothing: 0.2, fade: 0.5 });
    expect(said.at(-1)).toBeCloseTo(398 + 2 * (0.5 + 0.25), 3);
  });

  it('is never below nobody', () => {
    expect(dampedTrend([50, 0], 6, { smoothing: 0.4, fade: 0.9 })[1]).toBe(0);
  });

  it('takes the form that erred least: far ahead for what goes on, hardly for noise', () => {
    const rising = Array.from({ length: 100 }, (_, tick) => 2 * tick);
    const flickering = Array.from({ length: 100 }, (_, tick) => (tick % 2) * 10);
    expect(fitTrend([rising], [6]).fade).toBe(0.95);
    expect(fitTrend([flickering], [6])).toEqual({ smoothing: 0.05, fade: 0.5 });
  });
});

describe('[U] the forecast judged on a concourse', () => {
  it('scores errors against both rivals, and shares inside the intervals', () => {
    const judged = [
      { seconds: 60, truth: 10, forecast: 9, half80: 1, half95: 2, now: 8, trend: 6 },
      { seconds: 60, truth: 10, forecast: 13, half80: 1, half95: 2, now: 4, trend: 6 },
    ];
    expect(scoreJudged('west', judged)).toMatchObject({
      name: 'west',
      skill: { 60: 0.5 },
      skillOverTrend: { 60: 0.5 },
      coverage80: { 60: 0.5 },
      coverage95: { 60: 0.5 },
      horizons: [{ mae: 2, persistence: 4, trend: 4, forecasts: 2 }],
    });
  });

  it('beats both rivals where people come and go at random, and judges the second half alone', () => {
    const random = createRandom(3);
    const milling = (usual: number) => () => Math.max(0, usual + 8 * random.normal());
    const result = judgeConcourse(film(milling(40), milling(25)));
    expect(result).toMatchObject({ venue: 'grand-central', trainedSeconds: 1_200 });
    expect(result.judgedSeconds).toBe(1_200);
    expect(result.horizons.map(({ forecasts }) => forecasts)).toEqual([228, 216, 180]);
    for (const seconds of [60, 120, 300]) {
      expect(result.skill[seconds]).toBeGreaterThan(0.1);
      expect(result.coverage80[seconds]).toBeGreaterThan(0.6);
    }
  });

  it('gives the same figures for the same film', () => {
    const still = film(
      (second) => 20 + (second % 7),
      () => 5,
    );
    expect(judgeConcourse(still)).toEqual(judgeConcourse(still));
  });
});
