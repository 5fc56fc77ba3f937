import { type Alert, toTimestamp, type ZoneForecast, type ZoneLimits } from '@throng/contract';
import { fixtureExplanation } from './fixture-explanation.js';

/** Limits that the venue sets for its stairs while the doors are open. */
export const fixtureLimits: ZoneLimits = {
  bands: { watch: 1.5, warning: 2.2, critical: 2.7, emergency: 4 },
  origin: { from: 'venue', phase: { id: 'doors', name: 'Doors' } },
};

const unhandled = {
  at: null,
  acknowledged: null,
  assignee: null,
  shelved: null,
  unanswered: 0,
  comments: [],
};

const handledBy = (by: string, at: number): NonNullable<Alert['handling']> => ({
  ...unhandled,
  at: toTimestamp(at),
  acknowledged: { by, at: toTimestamp(at) },
  assignee: 'sam',
  comments: [{ by, at: toTimestamp(at), text: 'Two stewards sent to the foot of the stairs.' }],
});

/** Three crowd alerts, one of them raised by how its people move, one of what is to come, two lost cameras and one that is over; `evening` is when the scene begins. */
export const fixtureAlerts = (evening: number): Alert[] => [
  {
    ...raised(evening, 'a-1', 'critical', -142),
    reason: { ...densityReason('gate-b'), explanation: fixtureExplanation(evening) },
    handling: { ...unhandled, at: toTimestamp(evening - 22_000), unanswered: 2 },
  },
  {
    ...raised(evening, 'a-2', 'warning', -260),
    handling: handledBy('lea', evening - 180_000),
    reason: {
      ...densityReason('east-stairs'),
      density: 1.6,
      threshold: 1.5,
      clearsBelow: 1.35,
      trend: 0,
      limitFrom: fixtureLimits.origin,
      aggravations: [{ kind: 'stop-and-go', share: 0.38 }],
    },
  },
  {
    ...raised(evening, 'a-6', 'warning', -95),
    reason: {
      kind: 'forecast',
      zone: 'standing',
      density: 1.9,
      passing: soon,
      flows: [{ passage: 'hall', netPerMinute: 96, capacityShare: 0.97 }],
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

/** Gate B has passed its limit and stays above it; the standing area will: the hall door fills it. */
export const fixtureForecast = (
  evening: number,
  second: number,
  zone: 'gate-b' | 'standing',
): ZoneForecast => {
  const [now, rise] = zone === 'standing' ? [1.9, 0.0045] : [4.5, 0.0005];
  return {
    zone,
    at: toTimestamp(evening + Math.floor(second / 10) * 10_000),
    ahead: {
      density: now,
      horizons: [60, 120, 300, 600, 900].map((seconds) => {
        const density = now + rise * seconds * Math.exp(-seconds / 1_800);
        const half = 0.1 + seconds / 1_000;
        return {
          seconds,
          density,
          low80: Math.max(0, density - half),
          high80: density + half,
          low95: Math.max(0, density - 1.7 * half),
          high95: density + 1.7 * half,
        };
      }),
      passing: zone === 'standing' ? soon : { ...soon, ...already },
    },
    unknownBecause: null,
  };
};

const soon = {
  limit: 3.5,
  probability: 0.84,
  withinSeconds: 300,
  expectedSeconds: 280,
  earliestSeconds: 150,
  latestSeconds: 560,
};

const already = { probability: 0.99, expectedSeconds: 0, earliestSeconds: 0, latestSeconds: 0 };

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
