import { shapeOf, WhatIfRequest } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import {
  emptyDraft,
  mayAddPlan,
  PASSAGE_CHANGES,
  passagesOf,
  planOf,
} from '../../../../dashboard/src/state/what-if-draft.js';
import { fixtureVenue } from '../../../support/fixture-venue.js';

describe('[U] a plan that is put together', () => {
  it('asks for nothing while it changes nothing', () => {
    expect(planOf(emptyDraft, 'concourse', 'Plan A')).toBeNull();
    expect(
      planOf({ changes: { hall: 'none' }, evacuation: 'none' }, 'concourse', 'Plan A'),
    ).toBeNull();
  });

  it('says of each passage what is done, and who is evacuated', () => {
    const changes = { 'door-a': 'close', 'door-b': '0.25', hall: 'open' } as const;
    expect(planOf({ changes, evacuation: 'zone' }, 'concourse', 'Plan A')).toEqual({
      name: 'Plan A',
      actions: [
        { kind: 'close', passage: 'door-a' },
        { kind: 'slow', passage: 'door-b', share: 0.25 },
        { kind: 'open', passage: 'hall' },
        { kind: 'evacuate', zones: ['concourse'] },
      ],
    });
  });

  it('is a request that the server takes, whatever is chosen', () => {
    const check = shapeOf(WhatIfRequest);
    for (const change of PASSAGE_CHANGES) {
      const plan = planOf(
        { changes: { hall: change }, evacuation: 'venue' },
        'concourse',
        'Plan A',
      );
      expect(check({ plans: [plan], untilMinutes: 30, zones: ['concourse'] }).ok).toBe(true);
    }
  });

  it('changes the passages of its zone, and there are three at most', () => {
    expect(passagesOf(fixtureVenue, 'concourse').map(({ id }) => id)).toEqual([
      'door-a',
      'door-b',
      'door-c',
      'hall',
    ]);
    expect(mayAddPlan([emptyDraft, emptyDraft])).toBe(true);
    expect(mayAddPlan([emptyDraft, emptyDraft, emptyDraft])).toBe(false);
  });
});
