/** The public face: what tests and the demo may use of the agent. */
export { type LoadedSettings, readSettings } from './adapters/files/read-settings.js';
export { spareHeap } from './adapters/spare-heap.js';
export { openSqliteSpool } from './adapters/spool/sqlite-spool.js';
export { systemClock } from './adapters/system-clock.js';
export { type Agent, startAgent } from './main/agent.js';
export { type AssembledAgent, assembleAgent } from './main/assemble-agent.js';
export { type OpenFleet, openFleet } from './main/open-fleet.js';
export { openPublisher, spoolPath } from './main/open-publisher.js';
export type { Frame } from './ports/frame.js';
export type { FrameSource, FrameStream } from './ports/frame-source.js';
export type { Log } from './ports/log.js';
export { viewOf } from './settings/configured-view.js';
export { EdgeSettings } from './settings/edge-settings.js';
export { parseEdgeSettings } from './settings/parse-edge-settings.js';
export { anonymize } from './stages/anonymize.js';
