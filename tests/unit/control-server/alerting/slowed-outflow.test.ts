import type { VenueForecast } from '@throng/control-server';
import { describe, expect, it } from 'vitest';
import { queueOf } from '../../../../control-server/src/alerting/aggravation/slowed-outflow.js';
import { waysOut } from '../../../../control-server/src/alerting/aggravation/way-out.js';
import { Evening } from '../support/evening.js';
import { rising } from '../support/foreseen.js';
import { west, westAs, westReason, westStory } from '../support/movements.js';
import { PLAN, RULES, START } from '../support/venue.js';

/** Flows in persons per 10 s out of `west` through `middle` (edge 0): now, and the most shown. */
const flowing = (quick: number, best: number): VenueForecast => {
  const forecast = rising(1.3, 1.3);
  const edges = (out: number) => Float64Array.from([out, 0, 0, 0]);
  return { ...forecast, flows: { ...forecast.flows, quick: edges(quick), best: edges(best) } };
};

/** 40 shown at most are 34.2 that last: 205 a minute. `west` at 1.3 holds 130 persons. */
const SLOWED = flowing(20, 40);
const SLOW = { meanSpeed: 0.3 };

/** Looks once, then lets seconds pass in which `middle` is counted. */
const wait = (
  evening: Evening,
  seconds: number,
  forecast: VenueForecast,
  seen = west(1.3, SLOW),
  isCounted = true,
): Evening => {
  evening.take({ kind: 'forecast', forecast });
  const passages = isCounted ? [{ passage: 'middle', in: 2, out: 0, recall: 1 }] : [];
  evening.pass(seconds, { ...seen, stage: { density: 0.5, passages } });
  return evening;
};

describe('[U] a slowed way out', () => {
  it('[AL16] raises a level while it carries a fifth less than it can and people wait for it', () => {
    const evening = wait(new Evening(), 11, SLOWED);
    expect(westStory(evening)).toEqual(['11 raised warning']);
    const figure = { kind: 'slowed-outflow', passage: 'middle', perMinute: 120 };
    expect(westReason(evening)).toMatchObject({
      threshold: 1.1,
      aggravations: [{ ...figure, capacityPerMinute: 205, queue: 104 }],
    });
    wait(evening, 40, flowing(29, 40));
    expect(westStory(evening)).toHaveLength(1);
    wait(evening, 31, flowing(31, 40));
    expect(westStory(evening).at(-1)).toBe('82 cleared warning');
  });

  it('[AL16] a way out that carries 80 % or more is not slowed, and people who walk do not wait', () => {
    expect(westStory(wait(new Evening(), 60, flowing(28, 40)))).toEqual([]);
    expect(westStory(wait(new Evening(), 60, SLOWED, west(1.3, { meanSpeed: 0.55 })))).toEqual([]);
  });

  it('[AL14] [AL16] nothing is known of a line that is not counted, nor of people of unknown speed', () => {
    expect(westStory(wait(new Evening(), 60, SLOWED, west(1.3, SLOW), false))).toEqual([]);
    expect(westStory(wait(new Evening(), 60, SLOWED, west(1.3)))).toEqual([]);
  });

  it('[AL16] people who watch do not wait for a way out', () => {
    const evening = wait(new Evening(RULES, westAs('viewing')), 60, SLOWED, west(3.2, SLOW));
    expect(westStory(evening)).toEqual([]);
  });

  it('[AL16] who is on the way at the capacity of the way out does not wait', () => {
    const wayOut = { passage: 'middle', area: 100, flow: 1, capacity: 2.68 };
    expect(queueOf(120, wayOut)).toBeCloseTo(100, 9);
    expect(queueOf(15, wayOut)).toBe(0);
  });

  it('[AL16] the main way out is the passage that has shown most, and at least 30 % of its plan', () => {
    const counted = { in: 1, out: 1, countedUntil: START };
    const main = (best: number[], now = START) => {
      const flows = { best: Float64Array.from(best), quick: new Float64Array(4) };
      return [0, 1].map((zone) => waysOut(PLAN, flows, [counted, counted], now)(zone)?.passage);
    };
    // Edges: west to east, east to west, outside to east, east to outside; 82 per 10 s are planned.
    expect(main([40, 40, 90, 60])).toEqual(['middle', 'gate']);
    expect(main([40, 70, 90, 60])).toEqual(['middle', 'middle']);
    expect(main([25, 0, 90, 0])).toEqual([undefined, undefined]);
    expect(main([40, 40, 90, 60], START + 30_001)).toEqual([undefined, undefined]);
  });
});
