import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CALM, Evening } from '../support/evening.js';

/** `west` is a walkway: watch 1.1, warning 2.2, critical 3.5, emergency 5 persons/m². */
const west = (density: number) => ({ ...CALM, south: density, north: density });

const crowdStory = (evening: Evening): string[] =>
  evening.story.filter((line) => line.includes('density'));

describe('[U] density alerts', () => {
  it('[AL5] a density at the limit for the whole on-delay raises an alert', () => {
    const evening = new Evening();
    evening.pass(10, west(2.2));
    expect(crowdStory(evening)).toEqual([]);
    evening.pass(1, west(2.2));
    expect(crowdStory(evening)).toEqual(['11 raised warning density-west']);
  });

  it('[AL6] the watch band colours the map and raises nothing', () => {
    const evening = new Evening();
    evening.pass(120, west(1.5));
    expect(evening.zone('west').reading?.band).toBe('watch');
    expect(evening.story).toEqual([]);
  });

  it('[AL5] one bad window raises nothing', () => {
    const evening = new Evening();
    evening.pass(20, west(1));
    evening.pass(1, west(9));
    evening.pass(20, west(1));
    expect(evening.story).toEqual([]);
  });

  it('[AL7] one bad window does not clear an alert', () => {
    const evening = new Evening();
    evening.pass(20, west(3));
    evening.pass(1, west(0));
    evening.pass(29, west(3));
    expect(crowdStory(evening)).toEqual(['11 raised warning density-west']);
  });

  it('[AL5] an emergency is raised after its shorter delay', () => {
    const evening = new Evening();
    evening.pass(6, west(5.5));
    expect(crowdStory(evening)).toEqual(['6 raised emergency density-west']);
  });

  it('[AL7] escalates while it rises, steps down while it falls, and clears below the deadband only', () => {
    const evening = new Evening();
    evening.pass(20, west(2.5));
    evening.pass(20, west(4));
    evening.pass(20, west(5.2));
    evening.pass(40, west(3.7));
    evening.pass(40, west(2.1));
    evening.pass(40, west(2.0));
    expect(crowdStory(evening)).toEqual([
      '11 raised warning density-west',
      '31 escalated critical density-west',
      '46 escalated emergency density-west',
      '91 de-escalated critical density-west',
      '131 de-escalated warning density-west',
    ]);
    evening.pass(40, west(1.9));
    expect(crowdStory(evening).at(-1)).toBe('211 cleared warning density-west');
  });

  it('[AL8] unknown holds an active alert and never clears it', () => {
    const evening = new Evening();
    evening.pass(15, west(3));
    evening.pass(600, { stage: 0.5 });
    expect(evening.zone('west').reading).toBeNull();
    expect(evening.state.alerts.active.has('density-west')).toBe(true);
    evening.pass(31, west(0.5));
    expect(crowdStory(evening).at(-1)).toBe('646 cleared warning density-west');
  });

  it('[AL8] an alert is not cleared by the half that is still seen: the crowd may stand in the other', () => {
    const evening = new Evening();
    evening.pass(15, { ...CALM, south: 6, north: 0.5 });
    evening.pass(120, { north: 0.5, stage: 0.5 });
    expect(evening.zone('west').reading?.density).toBe(0.5);
    expect(evening.state.alerts.active.has('density-west')).toBe(true);
    evening.pass(31, CALM);
    expect(evening.state.alerts.active.has('density-west')).toBe(false);
  });

  it('[AL8] the half that is still seen can raise an alert', () => {
    const evening = new Evening();
    evening.pass(3, CALM);
    evening.pass(20, { north: 3, stage: 0.5 });
    expect(evening.state.alerts.active.has('density-west')).toBe(true);
  });

  it('[AL8] unknown starts the on-delay anew: nobody saw the crowd in between', () => {
    const evening = new Evening();
    evening.pass(9, west(3));
    evening.pass(6, { stage: 0.5 });
    evening.pass(10, west(3));
    expect(crowdStory(evening)).toEqual([]);
  });

  it('[AL5] a camera that stands still in time raises nothing: decisions follow the time of capture', () => {
    const evening = new Evening();
    evening.pass(3, west(6));
    evening.pass(3, { stage: 0.5 });
    expect(crowdStory(evening)).toEqual([]);
  });

  it('[AL25] keeps the numbers behind it', () => {
    const evening = new Evening();
    evening.pass(11, west(2.5));
    expect(evening.state.alerts.active.get('density-west')?.reason).toMatchObject({
      kind: 'density',
      density: 2.5,
      threshold: 2.2,
      persons: 250,
      coverage: 1,
      sustainedSeconds: 10,
      onDelaySeconds: 10,
      clearsBelow: expect.closeTo(1.98, 9),
      offDelaySeconds: 30,
    });
  });

  it('[AL23] never chatters: its changes are a delay apart, whatever the densities', () => {
    const density = fc.double({ min: 0, max: 8, noNaN: true });
    fc.assert(
      fc.property(fc.array(density, { minLength: 50, maxLength: 250 }), (densities) => {
        const evening = new Evening();
        for (const each of densities) evening.pass(1, west(each));
        const cleared = crowdStory(evening).filter((line) => / (raised|cleared) /.test(line));
        const times = cleared.map((line) => Number.parseInt(line, 10));
        for (const [index, time] of times.slice(1).entries()) {
          expect(time - (times[index] ?? 0)).toBeGreaterThanOrEqual(5);
        }
      }),
      { numRuns: 40 },
    );
  });
});
