import { SafeCapacity } from '@throng/contract';
import type { FastifyInstance } from 'fastify';
import type { CapacityRules } from '../../safe-capacity/capacity-rules.js';
import { workOutCapacity } from '../../safe-capacity/safe-capacity.js';
import type { VenuePlan } from '../../venue-plan/venue-plan.js';
import { betweenTimes } from './between-times.js';
import type { StateSource } from './state-routes.js';

/** For how many there is room; worked out once for each venue that is put in force. */
export const safeCapacityRoutes = (
  app: FastifyInstance,
  { capacityRules, plan }: Pick<StateSource, 'plan'> & { readonly capacityRules: CapacityRules },
): void => {
  const known = new WeakMap<VenuePlan, Promise<SafeCapacity>>();
  const schema = {
    summary: 'For how many there is room in each zone and in the venue, and by which rule',
    tags: ['advice'],
    response: { 200: SafeCapacity },
  };
  // The venue's own figures, for whoever is limited to a part of it too: they say nothing of who is where.
  const config = { permission: 'watch' } as const;
  app.get('/safe-capacity', { config, schema }, async () => {
    const venue = plan();
    const capacity = known.get(venue) ?? betweenTimes(workOutCapacity(venue, capacityRules));
    known.set(venue, capacity);
    return capacity;
  });
};
