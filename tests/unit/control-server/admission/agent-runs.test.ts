import { describe, expect, it } from 'vitest';
import {
  type AgentRun,
  conflictingRuns,
  forgetSilentRuns,
  observeRun,
  RUN_SILENCE_MS,
} from '../../../../control-server/src/admission/agent-runs.js';

/** Messages as `[run, captured at s, heard at s]`. */
const hear = (...messages: [string, number, number][]): readonly AgentRun[] =>
  messages.reduce<readonly AgentRun[]>(
    (runs, [bootId, capture, heard]) => observeRun(runs, bootId, capture * 1_000, heard * 1_000),
    [],
  );

const conflict = (...messages: [string, number, number][]) =>
  conflictingRuns(hear(...messages))?.map((run) => run.bootId);

describe('[U] agent runs', () => {
  it('a plain restart is no conflict', () => {
    expect(conflict(['a', 1, 1], ['a', 9, 9], ['b', 12, 12], ['b', 20, 20])).toBeUndefined();
  });

  it('two agents that take turns are a conflict', () => {
    expect(conflict(['a', 1, 1], ['b', 2, 2], ['a', 4, 4], ['b', 5, 5])).toEqual(['a', 'b']);
  });

  it('a spool of the run before, sent after a restart, is no conflict', () => {
    expect(
      conflict(['a', 1, 1], ['b', 12, 12], ['a', 5, 13], ['b', 14, 14], ['a', 6, 15]),
    ).toBeUndefined();
  });

  it('a restart with a clock set back is no conflict', () => {
    expect(conflict(['a', 61, 1], ['a', 65, 5], ['b', 7, 7], ['b', 64, 64])).toBeUndefined();
  });

  it('is over once one of the two has been silent long enough', () => {
    const runs = observeRun(
      hear(['a', 1, 1], ['b', 2, 2], ['a', 4, 4], ['b', 5, 5]),
      'b',
      40_000,
      40_000,
    );
    expect(conflictingRuns(runs)).toBeDefined();
    expect(conflictingRuns(forgetSilentRuns(runs, 4_000 + RUN_SILENCE_MS + 1))).toBeUndefined();
  });

  it('remembers few runs, however often an agent restarts', () => {
    const restarts = Array.from({ length: 50 }, (_, n): [string, number, number] => [`${n}`, n, n]);
    expect(hear(...restarts).length).toBeLessThanOrEqual(4);
  });
});
