import { readFileSync } from 'node:fs';
import type { Explanation } from '@throng/contract';
import {
  defaultRules,
  Foresight,
  initialState,
  planVenue,
  processInput,
} from '@throng/control-server';
import { parseSimulatedVenue } from '@throng/simulation';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Transition } from '../../../../control-server/src/alerting/alert-book.js';
import {
  DOORS_AT,
  simulateEvening,
} from '../../../../control-server/src/backtest/simulated-evening.js';

const ARENA = new URL('../../../../packages/simulation/venues/arena.yml', import.meta.url);

/** All changes of alerts on an evening at the arena, second by second, up to a time. */
const eveningAt = (seed: number, until: number): { time: number; change: Transition }[] => {
  const read = parseSimulatedVenue(parse(readFileSync(ARENA, 'utf8')));
  if (!read.ok) throw new Error('the arena cannot be read');
  const plan = planVenue(read.value.venue);
  const rules = defaultRules();
  const foresight = new Foresight(plan);
  let state = initialState(plan, DOORS_AT);
  const changes: { time: number; change: Transition }[] = [];
  for (const { truth, windows } of simulateEvening(read.value, seed, 1).ticks) {
    if (truth.time > until) break;
    const now = DOORS_AT + truth.time * 1_000 + 500;
    for (const window of windows) {
      state = processInput(plan, rules, state, { kind: 'window', window }, now).state;
    }
    const outcome = processInput(plan, rules, state, { kind: 'tick' }, now);
    state = outcome.state;
    for (const change of outcome.transitions) changes.push({ time: truth.time, change });
    const looked = foresight.look(state, now);
    if (looked === undefined) continue;
    const forecast = looked.ok ? looked.value : null;
    state = processInput(plan, rules, state, { kind: 'forecast', forecast }, now).state;
  }
  return changes;
};

const explained = (changes: readonly { time: number; change: Transition }[]): Explanation[] =>
  changes.flatMap(({ change: { alert } }) => {
    const { reason } = alert;
    const isQueueB = reason.kind === 'density' && reason.zone === 'queue-b';
    return isQueueB && reason.explanation !== undefined ? [reason.explanation] : [];
  });

describe('[U] an evening with known truth', () => {
  // Gate B closes 90 s after the doors and opens again at 540 s; nothing is foreseen before 300 s.
  const changes = eveningAt(3, 520);

  it('names the gate that closed, its queue and the street that feeds it, while it is closed', () => {
    const explanations = explained(changes);
    expect(explanations.length).toBeGreaterThan(3);
    for (const { bottleneck } of explanations) {
      expect(bottleneck).toMatchObject({ kind: 'door', passage: 'gate-b', from: 'queue-b' });
      expect(bottleneck?.feeders[0]?.passage).toBe('street-b');
      expect(bottleneck?.kind === 'door' ? bottleneck.lostShare : 0).toBeGreaterThan(0.9);
    }
  });

  it('ranks its loss first, and finds that mending it or closing the street helps', () => {
    const [first] = explained(changes);
    expect(first?.causes[0]).toMatchObject({ kind: 'door-capacity-lost', passage: 'gate-b' });
    expect(first?.remedies.map(({ action, passage }) => [action, passage])).toEqual([
      ['restore', 'gate-b'],
      ['hold', 'street-b'],
    ]);
  });

  it('[LV12] tells it anew at most every 30 s, as no new alert', () => {
    const told = changes.filter(({ change }) => change.kind === 'explained');
    const times = told
      .filter(({ change: { alert } }) => 'explanation' in alert.reason)
      .map(({ time }) => time);
    for (const [index, time] of times.slice(1).entries()) {
      expect(time - (times[index] ?? 0)).toBeGreaterThanOrEqual(30);
    }
    expect(new Set(told.map(({ change }) => change.alert.id)).size).toBe(1);
  });

  it('the same evening tells the same, to the byte', () => {
    expect(JSON.stringify(eveningAt(3, 400))).toBe(
      JSON.stringify(changes.filter(({ time }) => time <= 400)),
    );
  });
});
