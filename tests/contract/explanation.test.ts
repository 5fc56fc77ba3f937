import { decodeLive, type Explanation } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import { densityAlert } from '../unit/dashboard/live-samples.js';

const outcome = { probability: 0.8, peak: 3, expectedSeconds: 120, belowSeconds: null };

const explanation: Explanation = {
  at: '2026-07-04T19:30:00.000Z',
  limit: 3.5,
  inPerMinute: 96,
  outPerMinute: 12,
  expected: outcome,
  bottleneck: {
    kind: 'door',
    passage: 'gate-b',
    from: 'queue-b',
    perMinute: 12,
    capacityPerMinute: 78,
    capacityIs: 'learnt',
    lostShare: 0.85,
    queue: { persons: 140, zones: ['queue-b'] },
    feeders: [{ passage: 'street-b', perMinute: null }],
  },
  causes: [
    {
      kind: 'door-capacity-lost',
      passage: 'gate-b',
      zone: null,
      persons: 330,
      share: 1,
      perMinute: 12,
      comparedPerMinute: 78,
      undone: outcome,
    },
  ],
  remedies: [
    {
      action: 'hold',
      passage: 'street-b',
      cutShare: 0.4,
      perMinute: 58,
      outcome,
      avoids: true,
      wonSeconds: null,
      knockOn: { zone: 'queue-a', limit: 3.5, peak: 3.6, expectedSeconds: 200 },
    },
  ],
  known: 0.8,
  unseenZones: [],
  unseenPassages: ['street-b'],
};

const read = (spoilt: object, alert: object = {}) => {
  const raised = densityAlert('a');
  const explained = { ...raised.reason, explanation: { ...explanation, ...spoilt } };
  return decodeLive(
    JSON.stringify({
      type: 'delta',
      v: 1,
      sequence: 3,
      at: '2026-07-04T19:30:00.000Z',
      ...{ zones: [], cameras: [], edges: [], grids: [] },
      alerts: [{ ...raised, reason: explained, ...alert }],
    }),
  );
};

describe('[U] explained alerts on the live channel', () => {
  it('[LV12] an explanation is read, with a feeder whose flow is not known', () => {
    expect(read({})).toMatchObject({ ok: true, value: { alerts: [{ reason: { explanation } }] } });
  });

  it('[LV12] no bottleneck is null, and an unknown kind of one is refused', () => {
    expect(read({ bottleneck: null }).ok).toBe(true);
    expect(read({ bottleneck: { ...explanation.bottleneck, kind: 'rumour' } }).ok).toBe(false);
  });

  it('[LV12] every part is an allow-list: an unknown field, a sentence or a fourth remedy is refused', () => {
    const [cause] = explanation.causes;
    const [remedy] = explanation.remedies;
    const spoilt = [
      { text: 'cut gate B' },
      { bottleneck: { ...explanation.bottleneck, name: 'Gate B' } },
      { causes: [{ ...cause, kind: 'somebody pushed' }] },
      { causes: [{ ...cause, share: 1.2 }] },
      { remedies: [{ ...remedy, action: 'close the venue' }] },
      { remedies: [remedy, remedy, remedy, remedy] },
      { known: 1.1 },
    ];
    for (const each of spoilt) expect(read(each).ok).toBe(false);
  });

  it('[LV13] an incident is an id of at most 64 characters', () => {
    expect(read({}, { incident: 'incident-queue-b-tgxwsm' }).ok).toBe(true);
    expect(read({}, { incident: 'i'.repeat(65) }).ok).toBe(false);
  });
});
