import { describe, expect, it } from 'vitest';
import { noHistory, withFlows } from '../../../../control-server/src/bottleneck/flow-history.js';
import {
  advanceExplanations,
  type DueZone,
  mostExplained,
} from '../../../../control-server/src/explanation/explain-due.js';
import { noExplanations } from '../../../../control-server/src/explanation/explanation-book.js';
import { forecastOf, sceneOf } from '../support/flow-scene.js';

const scene = sceneOf(
  Array.from({ length: 12 }, (_, index) => ({ id: `zone-${index}`, persons: 100 })),
  [{ id: 'street', from: 'outside', to: 'zone-0', width: 3, now: 60 }],
);
const question = { forecast: forecastOf(scene), scene, limits: scene.graph.zones.map(() => 2.2) };

const due = (zones: readonly number[], change: Partial<DueZone> = {}): DueZone[] =>
  zones.map((zone) => ({ zone, rank: 1, isForeseen: true, ...change }));

const at = (seconds: number) => seconds * 1_000;

describe('[U] explanations, a few at each look', () => {
  it('more zones than can be explained at once are put off, counted, and follow at the next looks', () => {
    const zones = due([...scene.graph.zones.keys()]);
    const first = advanceExplanations(noExplanations, zones, question, noHistory, at(0));
    expect([...first.byZone.keys()]).toEqual([0, 1, 2, 3, 4]);
    expect(first.putOff).toBe(7);
    const second = advanceExplanations(first, zones, question, noHistory, at(10));
    expect(second.byZone.size).toBe(10);
    const third = advanceExplanations(second, zones, question, noHistory, at(20));
    expect(third.putOff).toBe(0);
    expect(third.byZone.size).toBe(12);
  });

  it('fewer at once in a large venue, where the look itself takes long, yet always one', () => {
    expect([10, 200, 400, 1_000, 2_000].map(mostExplained)).toEqual([5, 5, 2, 1, 1]);
  });

  it('the worst zone is explained first', () => {
    const zones = [...due([0, 1, 2, 3, 4, 5]), ...due([11], { rank: 3 })];
    const book = advanceExplanations(noExplanations, zones, question, noHistory, at(0));
    expect(book.byZone.has(11)).toBe(true);
  });

  it('an explanation is made anew after 30 s, no sooner', () => {
    const zones = due([0]);
    const first = advanceExplanations(noExplanations, zones, question, noHistory, at(0));
    const early = advanceExplanations(first, zones, question, noHistory, at(20));
    expect(early.byZone.get(0)).toBe(first.byZone.get(0));
    const later = advanceExplanations(early, zones, question, noHistory, at(30));
    expect(later.byZone.get(0)?.at).toBe('1970-01-01T00:00:30.000Z');
  });

  it('what nothing is foreseen of keeps what was said, and a zone that has calmed is forgotten', () => {
    const first = advanceExplanations(noExplanations, due([0, 1]), question, noHistory, at(0));
    const blind = due([0], { isForeseen: false });
    const later = advanceExplanations(first, blind, question, noHistory, at(60));
    expect([...later.byZone]).toEqual([[0, first.byZone.get(0)]]);
    const failed = advanceExplanations(later, due([0]), null, noHistory, at(70));
    expect([...failed.byZone]).toEqual([[0, first.byZone.get(0)]]);
  });
});

describe('[U] the flows of the last ten minutes', () => {
  it('one sample a minute is kept, ten at most, and none after a forecast that failed', () => {
    let history = noHistory;
    for (let look = 0; look < 100; look += 1) history = withFlows(history, scene.flows);
    expect(history.samples).toHaveLength(10);
    expect(withFlows(history, null)).toEqual(noHistory);
  });
});
