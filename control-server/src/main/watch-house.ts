import { registerCameraMetrics } from '../adapters/metrics/camera-metrics.js';
import { registerEdgeMetrics } from '../adapters/metrics/edge-metrics.js';
import { type HouseWatch, registerHouseMetrics } from '../adapters/metrics/house-metrics.js';
import type { ServerMetrics } from '../adapters/metrics/server-metrics.js';
import type { TlsDoor } from '../adapters/tls/tls-door.js';
import { cameraStates, edgeStates } from '../live/live-view.js';
import type { VenueLine } from './venue-line.js';

/** Tells Prometheus of the agents, their cameras, and what the server stands on. */
export const watchHouse = (
  { registry }: Pick<ServerMetrics, 'registry'>,
  line: Pick<VenueLine, 'plan' | 'state'>,
  {
    doors,
    ...house
  }: Omit<HouseWatch, 'certificates'> & {
    /** Where it serves with a certificate, by the setting that names it. */
    readonly doors: Readonly<Record<string, TlsDoor | undefined>>;
  },
): void => {
  registerEdgeMetrics(registry, onceAState(line, edgeStates));
  registerCameraMetrics(registry, onceAState(line, cameraStates));
  registerHouseMetrics(registry, {
    ...house,
    certificates: () =>
      Object.entries(doors).flatMap(([name, door]) =>
        door === undefined ? [] : [{ name, endsAt: door.endsAt }],
      ),
  });
};

/** Worked out once for a state, however many gauges ask for it in one scrape. */
const onceAState = <T>(
  line: Pick<VenueLine, 'plan' | 'state'>,
  read: (plan: VenueLine['plan'], state: VenueLine['state']) => T,
): (() => T) => {
  let last: { readonly state: VenueLine['state']; readonly value: T } | undefined;
  return () => {
    const { plan, state } = line;
    if (last?.state !== state) last = { state, value: read(plan, state) };
    return last.value;
  };
};
