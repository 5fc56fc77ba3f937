import { toTimestamp } from '@throng/contract';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../clock.js';
import { allAlerts, cameraStates, edgeStates, zoneForecasts } from '../../live/live-view.js';
import type { ProcessingState } from '../../processing/processing-state.js';
import type { VenuePlan } from '../../venue-plan/venue-plan.js';
import { Cameras, Edges, Forecasts, Passages, State, Venue, Zones } from './api-schemas.js';

export interface StateSource {
  readonly plan: VenuePlan;
  readonly clock: Clock;
  state(): ProcessingState;
  /** Former events that the forecast goes by now. */
  formerEvents(): readonly string[];
}

/** What is known now. */
export const stateRoutes = (
  app: FastifyInstance,
  { plan, clock, formerEvents, state }: StateSource,
): void => {
  const route = (path: string, summary: string, schema: object, answer: () => unknown): void => {
    app.get(path, { schema: { summary, tags: ['now'], response: { 200: schema } } }, async () =>
      answer(),
    );
  };
  route('/venue', 'The venue: zones, passages, cameras', Venue, () => plan.venue);
  route('/zones', 'Each zone as it is now', Zones, () => state().zones);
  route('/forecasts', 'What is expected of each zone, 1 to 15 minutes ahead', Forecasts, () =>
    zoneForecasts(state()),
  );
  route(
    '/passages',
    'What passes each passage, over the last minute',
    Passages,
    () => state().flowing.passages,
  );
  route('/cameras', 'Each camera and its health', Cameras, () => cameraStates(plan, state()));
  route('/edges', 'Each edge agent and its health', Edges, () => edgeStates(plan, state()));
  route('/state', 'Everything known now', State, () => ({
    at: toTimestamp(clock.now()),
    zones: state().zones,
    forecasts: zoneForecasts(state()),
    formerEvents: formerEvents(),
    passages: state().flowing.passages,
    cameras: cameraStates(plan, state()),
    edges: edgeStates(plan, state()),
    alerts: allAlerts(state()),
  }));
};
