import { toTimestamp } from '@throng/contract';
import type { FastifyInstance } from 'fastify';
import { type Sight, viewInSight } from '../../access/sight.js';
import type { Sights } from '../../access/sights.js';
import type { Clock } from '../../clock.js';
import { liveView } from '../../live/live-view.js';
import { passageForecasts } from '../../live/passages-ahead.js';
import type { ProcessingState } from '../../processing/processing-state.js';
import type { VenuePlan } from '../../venue-plan/venue-plan.js';
import {
  Cameras,
  Edges,
  Forecasts,
  PassageForecasts,
  Passages,
  State,
  Venue,
  Zones,
} from './api-schemas.js';
import { principalOf } from './route-permission.js';

export interface StateSource {
  /** The venue's plan, as it is now. */
  plan(): VenuePlan;
  readonly clock: Clock;
  /** What each may see of it. */
  readonly sights: Sights;
  state(): ProcessingState;
  /** Former events that the forecast goes by now. */
  formerEvents(): readonly string[];
}

/** What is known now, as far as whoever asks may see it. */
export const stateRoutes = (
  app: FastifyInstance,
  { plan, clock, formerEvents, sights, state }: StateSource,
): void => {
  const seen = (sight: Sight | null) => viewInSight(liveView(plan(), state()), sight);
  const route = (
    path: string,
    summary: string,
    schema: object,
    answer: (sight: Sight | null) => unknown,
  ): void => {
    const config = { permission: 'watch' } as const;
    const described = { summary, tags: ['now'], response: { 200: schema } };
    app.get(path, { config, schema: described }, async (request) =>
      answer(sights.of(principalOf(request))),
    );
  };
  route(
    '/venue',
    'The venue: zones, passages, cameras',
    Venue,
    (sight) => sight?.venue ?? plan().venue,
  );
  route('/zones', 'Each zone as it is now', Zones, (sight) => seen(sight).zones);
  route(
    '/forecasts',
    'What is expected of each zone, 1 to 15 minutes ahead',
    Forecasts,
    (sight) => seen(sight).forecasts,
  );
  route(
    '/passages',
    'What passes each passage, over the last minute',
    Passages,
    (sight) => seen(sight).passages,
  );
  route(
    '/passage-forecasts',
    'What is expected to pass each passage, 1 to 15 minutes ahead',
    PassageForecasts,
    (sight) => {
      const { passagesAhead } = state();
      const told = passagesAhead === null ? [] : passageForecasts(plan(), passagesAhead);
      return told.filter(({ passage }) => sight === null || sight.passages.has(passage));
    },
  );
  route('/cameras', 'Each camera and its health', Cameras, (sight) => seen(sight).cameras);
  route('/edges', 'Each edge agent and its health', Edges, (sight) => seen(sight).edges);
  route('/state', 'Everything known now', State, (sight) => {
    const { grids: _, ...lists } = seen(sight);
    return { at: toTimestamp(clock.now()), formerEvents: formerEvents(), ...lists };
  });
};
