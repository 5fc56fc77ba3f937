import { limitsAt } from '../limits-in-force/limits-at.js';
import type { ProcessingState } from '../processing/processing-state.js';
import type { Rules } from '../processing/rules.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import { explainLook } from './explain-look.js';

/**
 * Explains the zones by the last look ahead, where that is still to be done. The tick after the look does it, before it
 * judges: explaining takes as long as a quarter of the look, and alerts follow the look at that tick anyhow. Windows that
 * came in between change nothing of it: it rests on what the tick of the look measured.
 */
export const explainLastLook = (
  plan: VenuePlan,
  rules: Rules,
  state: ProcessingState,
): ProcessingState => {
  const look = state.unexplained;
  if (look === null) return state;
  const { at, forecast } = look;
  const bands = limitsAt(plan, rules.alerts, at).map((limit) => limit.bands);
  return {
    ...state,
    ...explainLook(plan, state, bands, forecast, at),
    unexplained: null,
  };
};
