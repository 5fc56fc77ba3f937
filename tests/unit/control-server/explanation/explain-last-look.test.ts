import { expect, it } from 'vitest';
import { Evening } from '../support/evening.js';
import { look, rising } from '../support/foreseen.js';

const CALM = { south: 0.5, north: 0.5, stage: 0.5 };

it('[U] a look is explained at the tick that follows, with the time of the look, and once', () => {
  const evening = new Evening();
  look(evening, 3, rising(0.5, 9), CALM);
  evening.pass(9, CALM);
  evening.take({ kind: 'forecast', forecast: rising(0.5, 9) });
  const looked = evening.state;
  expect(looked.unexplained).not.toBeNull();
  evening.pass(1, CALM);
  const { explanations, unexplained } = evening.state;
  expect(unexplained).toBeNull();
  expect(explanations.history).not.toBe(looked.explanations.history);
  evening.pass(1, CALM);
  expect(evening.state.explanations).toBe(explanations);
});
