import { describe, expect, it } from 'vitest';
import { stopAndGo } from '../../../../control-server/src/alerting/aggravation/stop-and-go.js';
import { Evening } from '../support/evening.js';
import { WALKING, west, westAs, westReason, westStory } from '../support/movements.js';
import { RULES } from '../support/venue.js';

/** `west` is a walkway: watch 1.1, warning 2.2, critical 3.5, emergency 5 persons/m². */
const WAVES = { stopAndGo: 0.4 };

const passed = (seconds: number, seen: ReturnType<typeof west>, evening = new Evening()) => {
  evening.pass(seconds, seen);
  return evening;
};

describe('[U] stop-and-go', () => {
  it('[AL15] raises a warning where the density is only at watch, after the on-delay', () => {
    const evening = passed(11, west(1.3, WAVES));
    expect(westStory(evening)).toEqual(['11 raised warning']);
    expect(westReason(evening)).toMatchObject({
      density: 1.3,
      threshold: 1.1,
      clearsBelow: expect.closeTo(0.99, 9),
      aggravations: [{ kind: 'stop-and-go', share: 0.4 }],
    });
  });

  it('[AL6] the watch density alone raises nothing, however its people move', () => {
    expect(westStory(passed(60, west(1.3, {})))).toEqual([]);
    expect(westStory(passed(60, west(1, WAVES)))).toEqual([]);
  });

  it('[AL15] begins at 30 %, and lasts until it is below 20 %', () => {
    const evening = passed(60, west(1.3, { stopAndGo: 0.25 }));
    expect(westStory(evening)).toEqual([]);
    evening.pass(11, west(1.3, { stopAndGo: 0.3 }));
    evening.pass(60, west(1.3, { stopAndGo: 0.2 }));
    expect(westStory(evening)).toEqual(['71 raised warning']);
    evening.pass(31, west(1.3, { stopAndGo: 0.15 }));
    expect(westStory(evening).at(-1)).toBe('162 cleared warning');
  });

  it('[AL15] raises no warning in a queue, which moves on in just that way, but makes one critical', () => {
    const evening = passed(60, west(3.4, WAVES), new Evening(RULES, westAs('queue')));
    expect(westStory(evening)).toEqual([]);
    evening.pass(11, west(3.6, WAVES));
    expect(westStory(evening)).toEqual(['71 raised critical']);
    expect(westReason(evening)?.threshold).toBe(3.5);
  });
});

describe('[U] movement that raises a level', () => {
  it('[AL13] raises each band by one level, and says so only where the density would not', () => {
    const evening = passed(20, west(2.5, WAVES));
    expect(westStory(evening)).toEqual(['11 raised critical']);
    expect(westReason(evening)).toMatchObject({ threshold: 2.2, density: 2.5 });
    evening.pass(20, west(5.2, WAVES));
    expect(westStory(evening).at(-1)).toBe('26 escalated emergency');
    expect(westReason(evening)?.threshold).toBe(5);
    expect(westReason(evening)).not.toHaveProperty('aggravations');
  });

  it('[AL13] raises one level, however much of it there is', () => {
    const evening = passed(60, west(1.6, { ...WAVES, counterflow: 0.9 }));
    expect(westStory(evening)).toEqual(['11 raised warning']);
    expect(westReason(evening)?.aggravations).toEqual([
      { kind: 'stop-and-go', share: 0.4 },
      { kind: 'counterflow', index: 0.9 },
    ]);
  });

  it('[AL13] does so only where the venue says', () => {
    const rules = { ...RULES, alerts: { ...RULES.alerts, raisedBy: ['compression' as const] } };
    expect(westStory(passed(60, west(1.6, WAVES), new Evening(rules)))).toEqual([]);
  });

  it('[AL14] what is not known any more neither raises nor clears', () => {
    const almost = passed(9, west(1.3, WAVES));
    almost.pass(60, west(1.3));
    expect(westStory(almost)).toEqual([]);

    const raised = passed(20, west(1.3, WAVES));
    raised.pass(120, west(1.3));
    expect(westStory(raised)).toEqual(['11 raised warning']);
    raised.pass(31, west(1.3, {}));
    expect(westStory(raised).at(-1)).toBe('171 cleared warning');
  });

  it('[AL14] it ends where the zone is below its watch limit, and is not remembered', () => {
    const evening = passed(20, west(1.3, WAVES));
    evening.pass(31, west(0.9));
    expect(westStory(evening).at(-1)).toBe('51 cleared warning');
    evening.pass(60, west(1.3));
    expect(westStory(evening)).toHaveLength(2);
  });

  it('[AL14] the half that is still seen cannot end what the other half may still do', () => {
    const evening = passed(20, west(1.3, WAVES));
    const { north, stage } = west(1.3, {});
    evening.pass(120, { north, stage });
    expect(westStory(evening)).toEqual(['11 raised warning']);
  });

  it('[AL14] needs half of the people behind it, and ten of them', () => {
    const few = { density: 0.6, movement: { ...WALKING, ...WAVES } };
    const evening = new Evening();
    evening.pass(60, { south: few, north: 2, stage: 0.5 });
    expect(westStory(evening)).toEqual([]);
    const signal = (persons: number) =>
      stopAndGo.signOf({
        kind: 'walkway',
        density: 1.5,
        persons,
        movement: { persons, seconds: 1, localVariance: 0, movement: { ...WALKING, ...WAVES } },
        wayOut: undefined,
      }).signal;
    expect([9, 10].map(signal)).toEqual(['unknown', 'on']);
  });
});

describe('[U] counterflow', () => {
  const AGAINST = { counterflow: 0.5 };

  it('[AL17] raises a level from an index of 0.5 at 1.5 persons/m², until below 0.35', () => {
    const evening = passed(60, west(1.45, AGAINST));
    expect(westStory(evening)).toEqual([]);
    evening.pass(11, west(1.6, AGAINST));
    expect(westStory(evening)).toEqual(['71 raised warning']);
    expect(westReason(evening)).toMatchObject({ threshold: 1.5, clearsBelow: 1.35 });
    evening.pass(60, west(1.6, { counterflow: 0.4 }));
    evening.pass(31, west(1.6, { counterflow: 0.3 }));
    expect(westStory(evening).at(-1)).toBe('162 cleared warning');
  });

  it('[AL17] is noise in a crowd that stands, and by design in a queue that winds', () => {
    expect(westStory(passed(60, west(1.6, { ...AGAINST, meanSpeed: 0.15 })))).toEqual([]);
    const queue = passed(60, west(1.6, AGAINST), new Evening(RULES, westAs('queue')));
    expect(westStory(queue)).toEqual([]);
  });
});

describe('[U] compression', () => {
  const PRESSED = { meanSpeed: 0.2, speedVariance: 0.01 };

  it('[AL18] is an emergency after its shorter delay, with the window that its speeds are of', () => {
    const evening = passed(6, west(4.2, PRESSED));
    expect(westStory(evening)).toEqual(['6 raised emergency']);
    expect(westReason(evening)).toMatchObject({
      threshold: 4,
      clearsBelow: 3.6,
      aggravations: [
        {
          kind: 'compression',
          pressure: expect.closeTo(0.042, 9),
          meanSpeed: 0.2,
          speedVariance: expect.closeTo(0.01, 9),
          windowSeconds: 1,
        },
      ],
    });
  });

  it.each([
    ['below 4 persons/m²', 3.9, PRESSED],
    ['in a calm crowd', 4.2, { ...PRESSED, speedVariance: 0 }],
    [
      'in a crowd that walks: its speeds differ and harm nobody',
      4.2,
      { ...PRESSED, meanSpeed: 0.4 },
    ],
  ])('[AL18] is nothing %s', (_, density, movement) => {
    expect(westStory(passed(30, west(density, movement)))).toEqual(['11 raised critical']);
  });

  it('[AL18] is nothing between two calm crowds of which one stands and one shuffles', () => {
    const evening = new Evening();
    const calm = (meanSpeed: number) => west(4.2, { meanSpeed, speedVariance: 0 });
    evening.pass(30, { ...calm(0), north: calm(0.3).north });
    expect(evening.zone('west').reading?.movement?.speedVariance).toBeCloseTo(0.0225, 9);
    expect(westStory(evening)).toEqual(['11 raised critical']);
  });

  it('[AL18] lasts until the pressure is below 0.016/s² or people walk', () => {
    const evening = passed(20, west(4.2, PRESSED));
    evening.pass(40, west(4.2, { ...PRESSED, meanSpeed: 0.45 }));
    expect(westStory(evening)).toEqual(['6 raised emergency']);
    evening.pass(31, west(4.2, { ...PRESSED, meanSpeed: 0.5 }));
    expect(westStory(evening).at(-1)).toBe('91 de-escalated critical');
  });
});
