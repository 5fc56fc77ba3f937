import type { VenuePlan } from '../venue-plan/venue-plan.js';
import type { Input } from './input.js';
import type { Outcome } from './outcome.js';
import { processForecast } from './process-forecast.js';
import { processHealth, processStatus } from './process-report.js';
import { processTick } from './process-tick.js';
import { enterWindow } from './process-window.js';
import type { ProcessingState } from './processing-state.js';
import type { Rules } from './rules.js';
import { StateDraft } from './state-draft.js';

/**
 * The whole of the server's judgement: a pure function of the state, one input and the time of day
 * (epoch ms). The same inputs give the same outcomes, live or replayed.
 */
export const processInput = (
  plan: VenuePlan,
  rules: Rules,
  state: ProcessingState,
  input: Input,
  now: number,
): Outcome => {
  switch (input.kind) {
    case 'window': {
      const draft = new StateDraft(state);
      const effects = enterWindow(plan, rules, draft, input.window, now);
      return { state: draft.state, ...effects };
    }
    case 'status':
      return processStatus(plan, state, input, input.status);
    case 'health':
      return processHealth(plan, state, input.health, input.retained, now);
    case 'store': {
      const store = { ...state.store, condition: input.condition };
      return { state: { ...state, store }, rows: {}, transitions: [] };
    }
    case 'forecast':
      return processForecast(plan, rules, state, input.forecast, now);
    case 'tick':
      return processTick(plan, rules, state, now);
  }
};
