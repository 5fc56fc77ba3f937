import type { MeasurementWindow } from '@throng/contract';
import type { RunLedger } from '../admission/admit-window.js';
import { windowEnd } from '../admission/window-time.js';
import type { DeliveryRow, Rows } from '../store/rows.js';

/** What the store keeps of a window: each zone's and each passage's share, never the ground grid. */
export const windowRows = (window: MeasurementWindow): Pick<Rows, 'zones' | 'passages'> => {
  const { camera, seconds } = window;
  const at = windowEnd(window) / 1_000;
  return {
    zones: window.zones.map(({ area, densityP95, persons, sigma, zone }) => {
      return { zone, persons, sigma, area, densityP95, at, camera, seconds };
    }),
    passages: window.passages.map(({ in: forth, out, passage, recall }) => {
      return { passage, in: forth, out, recall, at, camera, seconds };
    }),
  };
};

/** How far a run of a camera has been delivered, as of `now` (epoch ms). */
export const deliveryRow = (
  camera: string,
  { bootId, ledger }: RunLedger,
  now: number,
): DeliveryRow => ({ camera, bootId, ...ledger, at: Math.floor(now / 1_000) });
