import type { PassageState } from '@throng/contract';
import type { RiskBand } from '@throng/crowd';

/** Shares of the planned capacity from which a passage is called busy, nearly full and overloaded. */
const LOADS: readonly { readonly from: number; readonly band: RiskBand }[] = [
  { from: 1, band: 'critical' },
  { from: 0.85, band: 'warning' },
  { from: 0.6, band: 'watch' },
];

/** Both directions together as a share of what the width is planned to carry; null where nobody knows. */
export const passageLoad = ({ flow, plannedPerMinute }: PassageState): number | null =>
  flow === null || plannedPerMinute === 0 ? null : (flow.in + flow.out) / plannedPerMinute;

/** The colour class of a load. */
export const loadBand = (load: number): RiskBand =>
  LOADS.find(({ from }) => load >= from)?.band ?? 'normal';
