import { initialState } from '@throng/control-server';
import { describe, expect, it } from 'vitest';
import { noExplanations } from '../../../../control-server/src/explanation/explanation-book.js';
import { stillWaitedFor } from '../../../../control-server/src/explanation/named-doors.js';
import { CALM, Evening } from '../support/evening.js';
import { rising } from '../support/foreseen.js';
import { PLAN, START } from '../support/venue.js';

const BANDS = PLAN.zones.map(() => ({ watch: 1.1, warning: 2.2, critical: 3.5, emergency: 5 }));

/** The door from west to east was named. */
const named = { ...noExplanations, named: new Set([0]) };

const seen = () => {
  const evening = new Evening();
  evening.pass(2, CALM);
  return { ...evening.state, explanations: named };
};

describe('[U] doors that were named', () => {
  it('stay so while people wait before them, and not once they have gone', () => {
    expect([...stillWaitedFor(PLAN, seen(), BANDS, rising(1.2, 1.2))]).toEqual([0]);
    expect([...stillWaitedFor(PLAN, seen(), BANDS, rising(1, 1))]).toEqual([]);
  });

  it('stay so where nobody can see whether people wait, and where nothing is foreseen', () => {
    const blind = { ...initialState(PLAN, START), explanations: named };
    expect([...stillWaitedFor(PLAN, blind, BANDS, rising(1, 1))]).toEqual([0]);
    expect([...stillWaitedFor(PLAN, seen(), BANDS, null)]).toEqual([0]);
  });
});
