import { liveView } from '@throng/control-server';
import { describe, expect, it } from 'vitest';
import { CALM, Evening } from '../support/evening.js';
import { look, rising } from '../support/foreseen.js';
import { PLAN, windowAt } from '../support/venue.js';

/** 2.5 persons/m² in five minutes: above the limit of west (2.2), below that of east. */
const FILLING = rising(0.5, 6.5);
const CALMING = rising(0.5, 0.5);

/** What was told of alerts, beside what was found of their causes. */
const told = (evening: Evening): string[] =>
  evening.story.filter((line) => /forecast|density/.test(line) && !line.includes(' explained '));

const shown = (evening: Evening, zone = 'west') =>
  liveView(PLAN, evening.state).forecasts.find((each) => each.zone === zone);

/** An evening whose forecast has been known for long enough to be told. */
const settled = (): Evening => {
  const evening = new Evening();
  look(evening, 30, CALMING, CALM);
  return evening;
};

/** … and that warns of west. */
const warned = (): Evening => {
  const evening = settled();
  look(evening, 3, FILLING, CALM);
  return evening;
};

describe('[U] forecasts on the live channel', () => {
  it('nothing is said of a venue that nobody looks ahead of', () => {
    const evening = new Evening();
    evening.pass(400, CALM);
    expect(liveView(PLAN, evening.state).forecasts).toEqual([]);
  });

  it('[LV8] [AL11] nothing is foreseen in the first five minutes', () => {
    const evening = new Evening();
    look(evening, 29, FILLING, CALM);
    expect(shown(evening)).toMatchObject({ ahead: null, unknownBecause: 'too-early' });
    look(evening, 1, FILLING, CALM);
    expect(shown(evening)).toMatchObject({ ahead: { density: 0.5 }, unknownBecause: null });
  });

  it('[LV8] [AL11] a zone that is seen by less than half is not foreseen, its neighbour is', () => {
    const evening = settled();
    look(evening, 2, CALMING, { stage: 0.5 });
    expect(shown(evening)).toMatchObject({ ahead: null, unknownBecause: 'too-little-seen' });
    expect(shown(evening, 'east')?.ahead).not.toBeNull();
    look(evening, 1, CALMING, CALM);
    expect(shown(evening)?.ahead).not.toBeNull();
  });

  it('[LV8] after a failure nothing is foreseen for five minutes: all is learnt anew', () => {
    const evening = settled();
    look(evening, 1, null, CALM);
    expect(shown(evening)).toMatchObject({ ahead: null, unknownBecause: 'failed' });
    look(evening, 29, CALMING, CALM);
    expect(shown(evening)?.unknownBecause).toBe('too-early');
    look(evening, 1, CALMING, CALM);
    expect(shown(evening)?.ahead).not.toBeNull();
  });

  it('[LV8] a forecast that is no number never reaches the page', () => {
    const evening = settled();
    look(evening, 1, rising(0.5, Number.NaN), CALM);
    expect(shown(evening)).toMatchObject({ ahead: null, unknownBecause: 'failed' });
  });
});

describe('[U] forecast alerts', () => {
  it('[AL10] three looks above 55 % raise a warning, two do not', () => {
    const evening = settled();
    look(evening, 2, FILLING, CALM);
    expect(told(evening)).toEqual([]);
    look(evening, 1, FILLING, CALM);
    expect(told(evening)).toEqual(['330 raised warning forecast-west']);
  });

  it('[AL10] six looks below 15 % clear it, five do not', () => {
    const evening = warned();
    look(evening, 5, CALMING, CALM);
    expect(told(evening)).toHaveLength(1);
    look(evening, 1, CALMING, CALM);
    expect(told(evening).at(-1)).toBe('390 cleared warning forecast-west');
  });

  it('[AL12] once the density itself raises an alert, that one stands in its place', () => {
    const evening = warned();
    evening.pass(11, { ...CALM, south: 3, north: 3 });
    expect(told(evening).slice(1)).toEqual([
      '341 raised warning density-west',
      '341 cleared warning forecast-west',
    ]);
    look(evening, 6, FILLING, { ...CALM, south: 3, north: 3 });
    expect([...evening.state.alerts.active.keys()]).toEqual(['density-west']);
  });

  it('[AL12] when the density falls again, the forecast has to be sure anew before it warns', () => {
    const evening = warned();
    look(evening, 3, FILLING, { ...CALM, south: 3, north: 3 });
    look(evening, 4, CALMING, CALM);
    expect(told(evening).at(-1)).toMatch(/cleared warning density-west/);
    look(evening, 2, FILLING, CALM);
    expect(evening.state.alerts.active.size).toBe(0);
    look(evening, 1, FILLING, CALM);
    expect(evening.state.alerts.active.has('forecast-west')).toBe(true);
  });

  it('[AL11] unknown holds a warning for the time it spoke of and a minute, then it has run out', () => {
    const evening = warned();
    look(evening, 35, FILLING, {});
    expect(evening.state.alerts.active.has('forecast-west')).toBe(true);
    look(evening, 2, FILLING, {});
    expect(evening.state.alerts.active.has('forecast-west')).toBe(false);
  });

  it('[AL25] keeps the numbers behind it, and what takes it back', () => {
    expect(warned().state.alerts.active.get('forecast-west')?.reason).toMatchObject({
      kind: 'forecast',
      zone: 'west',
      density: 0.5,
      passing: {
        limit: 2.2,
        probability: 0.895,
        withinSeconds: 300,
        expectedSeconds: 255,
        earliestSeconds: 225,
        latestSeconds: 285,
      },
      flows: [],
      clears: { belowProbability: 0.15, seconds: 60 },
    });
  });

  it('names who fills the zone and how full that door is, by the last minute', () => {
    const evening = settled();
    const crossing = { passage: 'middle', in: 1, out: 5, recall: 1 };
    for (let each = 0; each < 40; each += 1) {
      evening.pass(1, { south: 0.5, north: 0.5 });
      const end = evening.second;
      const window = windowAt('stage', end, 0.5, { passages: [crossing] });
      evening.take({ kind: 'window', window });
      if (end % 10 === 0) evening.take({ kind: 'forecast', forecast: FILLING });
    }
    expect(evening.state.alerts.active.get('forecast-west')?.reason).toMatchObject({
      flows: [{ passage: 'middle', netPerMinute: 240, capacityShare: 0.73 }],
    });
  });
});
