import { type Alert, toTimestamp } from '@throng/contract';

/** Two crowd alerts, two lost cameras and one that is over; `evening` is when the scene begins. */
export const fixtureAlerts = (evening: number): Alert[] => [
  { ...raised(evening, 'a-1', 'critical', -42), reason: densityReason('gate-b') },
  {
    ...raised(evening, 'a-2', 'watch', -260),
    reason: {
      ...densityReason('east-stairs'),
      density: 1.6,
      threshold: 1.5,
      clearsBelow: 1.35,
      trend: 0,
    },
  },
  {
    ...raised(evening, 'a-3', 'warning', -20),
    category: 'system',
    reason: {
      kind: 'camera-lost',
      camera: 'cam-5',
      edge: 'edge-south',
      because: 'no-signal',
      lastMeasuredAt: toTimestamp(evening - 34_000),
      zones: ['concourse'],
    },
  },
  {
    ...raised(evening, 'a-4', 'warning', -20),
    category: 'system',
    reason: {
      kind: 'camera-lost',
      camera: 'cam-9',
      edge: 'edge-north',
      because: 'stale',
      lastMeasuredAt: toTimestamp(evening - 34_000),
      zones: ['west-passage'],
    },
  },
  {
    ...raised(evening, 'a-5', 'warning', -1_500),
    state: 'cleared',
    changedAt: toTimestamp(evening - 900_000),
    clearedAt: toTimestamp(evening - 900_000),
    reason: { ...densityReason('gate-a'), density: 3.6 },
  },
];

const raised = (evening: number, id: string, priority: Alert['priority'], since: number) => ({
  id,
  category: 'crowd' as const,
  priority,
  state: 'active' as const,
  raisedAt: toTimestamp(evening + since * 1_000),
  changedAt: toTimestamp(evening + since * 1_000),
  clearedAt: null,
});

const densityReason = (zone: string) => ({
  kind: 'density' as const,
  zone,
  density: 3.9,
  sigma: 0.3,
  threshold: 3.5,
  persons: 1_497,
  coverage: 1,
  sustainedSeconds: 12,
  onDelaySeconds: 10,
  clearsBelow: 3.15,
  offDelaySeconds: 30,
  trend: 0.4,
});
