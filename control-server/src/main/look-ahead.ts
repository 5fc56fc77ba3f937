import type { ServerMetrics } from '../adapters/metrics/server-metrics.js';
import type { Clock } from '../clock.js';
import type { Foresight } from '../forecast/foresight.js';
import type { Log } from './log.js';
import type { VenueLine } from './venue-line.js';

export interface LookParts {
  readonly clock: Clock;
  readonly metrics: Pick<ServerMetrics, 'foreseen'>;
  readonly log: Log;
}

/** Lets the forecast look at the venue where it is due, and hands what it says to the core. */
export const lookAhead = (
  foresight: Foresight,
  line: Pick<VenueLine, 'state' | 'take'>,
  { clock, metrics, log }: LookParts,
): void => {
  const began = performance.now();
  const looked = foresight.look(line.state, clock.now());
  if (looked === undefined) return;
  metrics.foreseen((performance.now() - began) / 1_000, looked.ok);
  if (!looked.ok) log.error({ cause: looked.message }, 'forecast failed; it begins anew');
  line.take({ kind: 'forecast', forecast: looked.ok ? looked.value : null });
};
