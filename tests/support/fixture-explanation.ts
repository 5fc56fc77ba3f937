import { type Explanation, toTimestamp } from '@throng/contract';

/** Why the queue before Gate B is too full: its door carries no more, and the street goes on filling it. */
export const fixtureExplanation = (evening: number): Explanation => ({
  at: toTimestamp(evening - 5_000),
  limit: 4.7,
  inPerMinute: 690,
  outPerMinute: 642,
  expected: { probability: 0.99, peak: 5.1, expectedSeconds: 0, belowSeconds: null },
  bottleneck: {
    kind: 'door',
    passage: 'door-b',
    from: 'gate-b',
    perMinute: 642,
    capacityPerMinute: 660,
    capacityIs: 'learnt',
    lostShare: 0.03,
    queue: { persons: 1_497, zones: ['gate-b'] },
    feeders: [],
  },
  causes: [
    {
      kind: 'inflow-exceeds-outflow',
      passage: null,
      zone: null,
      persons: 240,
      share: 1,
      perMinute: 690,
      comparedPerMinute: 642,
      undone: null,
    },
  ],
  remedies: [
    {
      action: 'open',
      passage: 'door-c',
      cutShare: null,
      perMinute: 520,
      outcome: { probability: 0.1, peak: 4.7, expectedSeconds: 0, belowSeconds: 240 },
      avoids: true,
      wonSeconds: null,
      knockOn: null,
    },
  ],
  known: 1,
  unseenZones: [],
  unseenPassages: [],
});
