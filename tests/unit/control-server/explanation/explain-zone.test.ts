import { Explanation, toTimestamp } from '@throng/contract';
import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import { explainZone } from '../../../../control-server/src/explanation/explain-zone.js';
import { forecastOf, type ScenePassage, type SceneZone, sceneOf } from '../support/flow-scene.js';

const shape = Compile(Explanation);

const explain = (
  zones: readonly SceneZone[],
  passages: readonly ScenePassage[],
  limit = 2.2,
): Explanation => {
  const scene = sceneOf(zones, passages);
  const explanation = explainZone({
    at: toTimestamp(0),
    forecast: forecastOf(scene),
    scene,
    zone: 0,
    limits: zones.map(() => limit),
  });
  expect([...shape.Errors(explanation)]).toEqual([]);
  return explanation;
};

const queue = (persons: number): SceneZone => ({ id: 'queue', kind: 'queue', persons });
const street = { id: 'street', from: 'outside', to: 'queue', width: 6 };
const gate = { id: 'gate', from: 'queue', to: 'outside', width: 1 };

describe('[U] why a zone fills', () => {
  it('a gate that lost its capacity: the persons it keeps back, and what follows once it is mended', () => {
    const { causes, expected } = explain(
      [queue(180)],
      [
        { ...street, now: 60 },
        { ...gate, now: 10, best: 80, usual: 60 },
      ],
    );
    expect(expected).toMatchObject({ belowSeconds: null });
    expect(expected.expectedSeconds).toBeGreaterThan(0);
    // 70/min of 5 minutes are missing.
    expect(causes).toMatchObject([
      {
        kind: 'door-capacity-lost',
        passage: 'gate',
        persons: 350,
        share: 1,
        perMinute: 10,
        comparedPerMinute: 80,
        undone: { expectedSeconds: null },
      },
    ]);
    expect(causes[0]?.undone?.probability).toBeLessThan(0.1);
  });

  it('a feeder that brings more than usual, before one that does so less', () => {
    const { bottleneck, causes, inPerMinute, outPerMinute } = explain(
      [{ id: 'hall', persons: 150 }],
      [
        { id: 'west', from: 'outside', to: 'hall', width: 4, now: 90, usual: 30 },
        { id: 'east', from: 'outside', to: 'hall', width: 4, now: 40, usual: 20 },
        { id: 'exit', from: 'hall', to: 'outside', width: 4, now: 50, best: 80, longAgo: true },
      ],
    );
    expect(bottleneck).toBeNull();
    expect([inPerMinute, outPerMinute]).toEqual([130, 50]);
    expect(causes).toMatchObject([
      { kind: 'inflow-above-usual', passage: 'west', persons: 300, share: 0.75 },
      { kind: 'inflow-above-usual', passage: 'east', persons: 100, share: 0.25 },
    ]);
  });

  it('a burst that is due, though nobody comes now', () => {
    const { causes } = explain(
      [{ id: 'platform', persons: 150 }],
      [{ id: 'train', from: 'outside', to: 'platform', width: 4, now: 10, due: 60 }],
    );
    expect(causes).toMatchObject([
      { kind: 'burst-due', passage: 'train', persons: 250, perMinute: 60, comparedPerMinute: 10 },
    ]);
  });

  it('nothing is unusual: more come in than go out, and there is nothing to undo', () => {
    const { bottleneck, causes } = explain(
      [{ id: 'hall', persons: 150 }],
      [
        { id: 'in', from: 'outside', to: 'hall', width: 4, now: 60 },
        { id: 'out', from: 'hall', to: 'outside', width: 4, now: 20, best: 60, longAgo: true },
      ],
    );
    expect(bottleneck).toBeNull();
    expect(causes).toMatchObject([
      { kind: 'inflow-exceeds-outflow', perMinute: 60, comparedPerMinute: 20, undone: null },
    ]);
  });

  it('a packed zone downstream, undone by room in it', () => {
    const { bottleneck, causes } = explain(
      [queue(180), { id: 'stage', kind: 'viewing', persons: 460 }],
      [
        { ...street, now: 60 },
        { ...gate, to: 'stage', now: 5, best: 80, usual: 60 },
      ],
    );
    expect(bottleneck).toMatchObject({ kind: 'packed-zone', zone: 'stage' });
    expect(causes[0]).toMatchObject({ kind: 'zone-packed', zone: 'stage', passage: null });
    expect(causes[0]?.undone?.expectedSeconds).toBeNull();
  });

  it('[LV12] a line that nobody sees adds to no cause, is named, and lowers what is known', () => {
    const { causes, inPerMinute, known, unseenPassages } = explain(
      [{ id: 'hall', persons: 150 }],
      [
        { id: 'west', from: 'outside', to: 'hall', width: 4, now: 90, usual: 30, isSeen: false },
        { id: 'east', from: 'outside', to: 'hall', width: 4, now: 40, usual: 20 },
      ],
    );
    expect(causes.map(({ passage }) => passage)).toEqual(['east']);
    expect(inPerMinute).toBe(40);
    expect(unseenPassages).toEqual(['west']);
    // The zone and one of its two passages.
    expect(known).toBe(0.67);
  });
});

describe('[U] what staff could do', () => {
  it('the least cut that avoids the passing, and no harsher one', () => {
    const { remedies } = explain(
      [queue(180)],
      [
        { ...street, now: 60 },
        { ...gate, now: 40, best: 40, usual: 40 },
      ],
    );
    expect(remedies).toMatchObject([
      { action: 'hold', passage: 'street', cutShare: 0.4, perMinute: 36, avoids: true },
    ]);
  });

  it('the gate that dropped is mended, and the cut that would do instead is told too', () => {
    const { remedies } = explain(
      [queue(180)],
      [
        { ...street, now: 60 },
        { ...gate, now: 10, best: 80, usual: 60 },
      ],
    );
    expect(remedies.map(({ action, passage }) => [action, passage])).toEqual([
      ['restore', 'gate'],
      ['hold', 'street'],
    ]);
    expect(remedies[0]).toMatchObject({ avoids: true, perMinute: 80, knockOn: null });
  });

  it('opening a second door beside the full one wins the time that is told', () => {
    const second = { id: 'second', from: 'queue', to: 'outside', width: 1 };
    const { expected, remedies } = explain(
      [queue(180)],
      [{ ...street, now: 90 }, { ...gate, now: 76, best: 80, usual: 76 }, second],
    );
    const opened = remedies.find(({ action }) => action === 'open');
    expect(opened).toMatchObject({ passage: 'second', perMinute: 41, avoids: true });
    expect(expected.expectedSeconds).toBeGreaterThan(0);
  });

  it('nobody is sent out by a door that leads where they do not go', () => {
    const { remedies } = explain(
      [queue(180), { id: 'hall', persons: 20 }],
      [
        { ...street, now: 90 },
        { ...gate, to: 'hall', now: 76, best: 80, usual: 76 },
        { id: 'fire-exit', from: 'queue', to: 'outside', width: 3 },
      ],
    );
    expect(remedies.map(({ passage }) => passage)).not.toContain('fire-exit');
  });

  it('a remedy that fills another zone over its limit names it and comes last', () => {
    const { remedies } = explain(
      [queue(180), { id: 'hall', kind: 'viewing', persons: 120 }],
      [
        { ...street, now: 60 },
        { ...gate, to: 'hall', now: 1, best: 80, usual: 60 },
      ],
    );
    expect(remedies.map(({ action }) => action)).toEqual(['hold', 'restore']);
    expect(remedies[0]?.knockOn).toBeNull();
    expect(remedies[1]?.knockOn).toMatchObject({ zone: 'hall', limit: 2.2 });
  });

  it('a way out is never held, neither the door that binds nor one by which more leave than come', () => {
    const { bottleneck, remedies } = explain(
      [queue(240), { id: 'hall', persons: 20 }],
      [
        { ...street, now: 40, usual: 5 },
        { ...gate, to: 'hall', now: 30, back: 20, best: 80, usual: 60 },
        { id: 'side', from: 'queue', to: 'hall', width: 1, now: 25, back: 20 },
      ],
    );
    expect(bottleneck).toMatchObject({ passage: 'gate' });
    const held = remedies.filter(({ action }) => action === 'hold');
    expect(held.map(({ passage }) => passage)).toEqual(['street']);
  });

  it('a zone that will not pass needs no remedy', () => {
    const { expected, remedies } = explain([queue(50)], [{ ...street, now: 6 }]);
    expect(expected.expectedSeconds).toBeNull();
    expect(remedies).toEqual([]);
  });

  it('of a zone above its limit: what brings it below, sooner than it would be', () => {
    const { expected, remedies } = explain(
      [queue(240)],
      [
        { ...street, now: 45 },
        { ...gate, now: 40, best: 40, usual: 40 },
      ],
    );
    expect(expected).toMatchObject({ expectedSeconds: 0, belowSeconds: null });
    expect(remedies[0]).toMatchObject({ action: 'hold', avoids: true });
    expect(remedies[0]?.outcome.belowSeconds).toBeLessThanOrEqual(300);
  });
});
