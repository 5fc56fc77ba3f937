import {
  SafeCapacity,
  shapeOf,
  WHAT_IF_LIMITS,
  WhatIfAnswer,
  WhatIfRequest,
} from '@throng/contract';
import { describe, expect, it } from 'vitest';

const request = shapeOf(WhatIfRequest);
const plan = { name: 'All out', actions: [{ kind: 'evacuate' }] };
const asked = (change: object) => request({ plans: [plan], untilMinutes: 30, ...change });

const faults = (change: object): string[] => {
  const checked = asked(change);
  return checked.ok ? [] : checked.faults.map(({ path }) => path);
};

describe('[U] what-if on the wire', () => {
  it('[WI1] holds 1 to 3 plans of 1 to 20 actions, and at most 180 minutes', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ plans: [] })).toEqual(['/plans']);
    expect(faults({ plans: Array(WHAT_IF_LIMITS.plans + 1).fill(plan) })).toEqual(['/plans']);
    expect(faults({ plans: [{ name: 'x', actions: [] }] })).toEqual(['/plans/0/actions']);
    expect(faults({ untilMinutes: 181 })).toEqual(['/untilMinutes']);
  });

  it('[P1] an unknown field is refused, in an action too', () => {
    expect(faults({ by: 'me' })).toEqual(['']);
    const actions = [{ kind: 'close', passage: 'gate', camera: 'cam-1' }];
    expect(asked({ plans: [{ name: 'x', actions }] }).ok).toBe(false);
  });

  it('[WI1] a share above what flows now is none', () => {
    const slow = (share: number) =>
      asked({ plans: [{ name: 'x', actions: [{ kind: 'slow', passage: 'gate', share }] }] }).ok;
    expect([slow(0), slow(1), slow(1.5), slow(-0.1)]).toEqual([true, true, false, false]);
  });

  it('[WI2] an answer holds doing nothing and at least one plan', () => {
    const outcome = {
      name: null,
      clear: { expected: null, earliest: null, latest: null },
      left: 0,
      trapped: 0,
      heldOutside: 0,
      worst: { zone: 'hall', density: 0, seconds: 0 },
      zones: [],
      exits: [],
      series: [],
    };
    const answer = (plans: readonly object[]) => ({
      at: '2026-07-04T19:30:00Z',
      untilMinutes: 30,
      seriesSeconds: 30,
      persons: 0,
      assumed: [],
      plans,
    });
    const check = shapeOf(WhatIfAnswer);
    expect(check(answer([outcome, { ...outcome, name: 'A' }])).ok).toBe(true);
    expect(check(answer([outcome])).ok).toBe(false);
  });

  it('[SC1] a capacity names one of the five rules', () => {
    const capacity = (binding: string) => ({
      egressMinutes: 8,
      venue: { persons: 1, binding, limits: [{ rule: binding, persons: 1 }] },
      zones: [],
    });
    const check = shapeOf(SafeCapacity);
    expect(check(capacity('exit-time')).ok).toBe(true);
    expect(check(capacity('my-own-rule')).ok).toBe(false);
  });
});
