import { MAX_RUNS } from '../admission/admit-window.js';
import type { DeliveryRow } from '../store/rows.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import type { ProcessingState } from './processing-state.js';

/** Takes up what had been taken of each camera when the server stopped (SPEC MW2, MW10). */
export const restoreDeliveries = (
  plan: VenuePlan,
  state: ProcessingState,
  rows: readonly DeliveryRow[],
): ProcessingState => ({
  ...state,
  cameras: state.cameras.map((camera, index) => {
    const id = plan.cameras[index]?.definition.id;
    const ledgers = rows
      .filter((row) => row.camera === id)
      .slice(-MAX_RUNS)
      .map(({ bootId, floor, highest, gaps }) => ({ bootId, ledger: { floor, highest, gaps } }));
    return { ...camera, deliveries: { ...camera.deliveries, ledgers } };
  }),
});
