import { type EdgeState, fromTimestamp } from '@throng/contract';
import type { Registry } from 'prom-client';
import { liveGauge, type Say } from './live-gauge.js';

const MEBIBYTE = 1024 ** 2;

/** What Prometheus is told of each agent, by its own last word: nothing of one that never spoke. */
export const registerEdgeMetrics = (
  registry: Registry,
  edges: () => readonly EdgeState[],
): void => {
  const each = (
    name: string,
    help: string,
    value: (edge: EdgeState) => number | null | undefined,
  ): void =>
    liveGauge(registry, name, help, ['edge'], (say: Say<'edge'>) => {
      for (const state of edges()) say({ edge: state.edge }, value(state));
    });
  each('throng_edge_up', '1 while an agent says that it is there.', ({ status }) =>
    status === 'online' ? 1 : 0,
  );
  each(
    'throng_edge_clock_skew_seconds',
    "An agent's clock minus the server's, transport included.",
    ({ clockSkew }) => clockSkew,
  );
  each('throng_edge_start_time_seconds', 'When an agent started, epoch seconds.', ({ health }) =>
    health === null ? null : fromTimestamp(health.startedAt) / 1_000,
  );
  each('throng_edge_memory_bytes', 'Memory of an agent.', ({ health }) =>
    health === null ? null : health.memoryMegabytes * MEBIBYTE,
  );
  each(
    'throng_edge_windows_waiting',
    'Windows that no server has surely heard.',
    ({ health }) => health?.queue.waiting,
  );
  each(
    'throng_edge_windows_dropped',
    'Windows that an agent has given up since its start.',
    ({ health }) => health?.queue.dropped,
  );
  each(
    'throng_edge_spool_windows',
    "Windows in an agent's spool.",
    ({ health }) => health?.queue.spool?.waiting,
  );
  each(
    'throng_edge_spool_bytes',
    "Size of an agent's spool.",
    ({ health }) => health?.queue.spool?.bytes,
  );
  each('throng_edge_spool_on_disk', '0 while a spool is in memory only.', ({ health }) =>
    health?.queue.spool === undefined ? null : Number(health.queue.spool.medium === 'disk'),
  );
  liveGauge(
    registry,
    'throng_edge_info',
    'What an agent runs: its release, its models, and where inference happens.',
    ['edge', 'version', 'person', 'density', 'provider'],
    (say) => {
      for (const { edge, health } of edges()) {
        if (health === null) continue;
        const { density = '', person = '', provider } = health.models;
        say({ edge, version: health.version, person, density, provider }, 1);
      }
    },
  );
};
