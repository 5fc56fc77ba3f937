import { createRandom } from '@throng/simulation';
import { describe, expect, it } from 'vitest';
import { periodicityOf } from '../../../../control-server/src/forecast/periodicity.js';
import { ZoneRhythm } from '../../../../control-server/src/forecast/zone-rhythm.js';

/** Persons on a stairway that a train fills for two minutes, every `period` ticks. */
const trains = (tick: number, period: number): number => (tick % period < 12 ? 60 : 8);

const seriesOf = (length: number, persons: (tick: number) => number): Float64Array =>
  Float64Array.from({ length }, (_, tick) => persons(tick));

describe('[U] the rhythm of a zone', () => {
  it('finds the period of trains, and not twice of it', () => {
    const { belief, period } = periodicityOf(seriesOf(300, (tick) => trains(tick, 48)));
    expect(period).toBe(48);
    expect(belief).toBeGreaterThan(0.9);
  });

  it('finds it while the zone fills, and under the noise of counting', () => {
    const random = createRandom(5);
    const noisy = (tick: number) => trains(tick, 60) + 0.3 * tick + 6 * random.normal();
    expect(Math.abs(periodicityOf(seriesOf(360, noisy)).period - 60)).toBeLessThanOrEqual(1);
  });

  it('believes in none where there is none: filling, standing still, chance', () => {
    const random = createRandom(7);
    let walk = 100;
    const wander = () => {
      walk += random.normal();
      return walk;
    };
    for (const persons of [
      (tick: number) => tick,
      () => 40,
      () => 40 + 5 * random.normal(),
      wander,
    ]) {
      expect(periodicityOf(seriesOf(360, persons))).toEqual({ period: 0, belief: 0 });
    }
  });

  it('believes in none before two periods and a half were seen', () => {
    expect(periodicityOf(seriesOf(110, (tick) => trains(tick, 48))).period).toBe(0);
  });

  it('expects the next train when it is due, and as many people as of late', () => {
    const rhythm = new ZoneRhythm(2);
    // The newest tick is the 12th of calm: the next train is due 24 ticks later.
    for (let tick = 0; tick < 312; tick += 1) {
      rhythm.advance(Float64Array.of(trains(tick, 48), 20));
    }
    expect(rhythm.belief[0]).toBeGreaterThan(0.9);
    expect(rhythm.belief[1]).toBe(0);
    expect(rhythm.at(0, 24)).toBe(8);
    expect(rhythm.at(0, 25)).toBe(60);
    expect(rhythm.at(0, 36)).toBe(60);
    expect(rhythm.at(0, 37)).toBe(8);
    expect(rhythm.at(0, 90)).toBe(trains(311 + 90, 48));
    expect(rhythm.most(0, 24)).toBe(8);
    expect(rhythm.most(0, 30)).toBe(60);
  });
});
