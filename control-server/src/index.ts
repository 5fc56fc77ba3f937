/** The public face: the pure core for replay and tests, and the server for who embeds it. */

export { loadVenueFile } from './adapters/settings/load-venue-file.js';
export * from './clock.js';
export { Forecaster, type VenueForecast } from './forecast/forecaster.js';
export { Foresight } from './forecast/foresight.js';
export { networkOf, observeTick } from './forecast/observe-tick.js';
export { liveView } from './live/live-view.js';
export type { RunningServer, World } from './main/running-server.js';
export { startServer } from './main/start-server.js';
export { NODE_FLAGS } from './node-flags.js';
export * from './processing/input.js';
export * from './processing/outcome.js';
export * from './processing/process-input.js';
export * from './processing/processing-state.js';
export * from './processing/rules.js';
export * from './processing/venue-course.js';
export { Replay, type ReplayParts } from './replay/replay.js';
export type { ReplayEvent } from './replay/replay-event.js';
export * from './settings/check-venue-file.js';
export * from './settings/default-rules.js';
export * from './settings/server-settings.js';
export * from './venue-plan/venue-plan.js';
