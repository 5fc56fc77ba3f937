import { LIMITS } from '@throng/contract';
import type { LiveHub } from '../adapters/live/live-hub.js';
import type { MessageSource } from '../broker/message-source.js';
import type { Timer } from '../clock.js';
import type { ClosingStack } from './closing-stack.js';
import type { DrillDesk } from './drill-desk.js';
import type { OpenedFleet } from './open-fleet.js';
import type { VenueInForce } from './venue-in-force.js';

/** All that a server does by the clock. */
export interface Timed {
  /** Judge, tell, write. */
  readonly tick: () => Promise<void>;
  readonly hub: LiveHub;
  readonly drillDesk: DrillDesk;
  readonly inForce: VenueInForce;
  readonly fleet: Pick<OpenedFleet, 'step'>;
  readonly source: Pick<MessageSource, 'announce'>;
  readonly hourly: () => void;
  readonly renewCertificate: () => Promise<void>;
}

const TICK_MS = 1_000;
/** Windows end on whole seconds, and nearly all are here so long after: judged then, they are on the screen soonest. */
const JUDGED_AFTER_MS = 250;
const PING_MS = 15_000;
/** What the command line does, as ending a session or putting a version in force, is followed within so long. */
const FOLLOW_MS = 2_000;
const HOUR_MS = 3_600_000;
/** A renewed certificate is served with within so long. */
const RENEW_MS = 60_000;

/** Begins what is done again and again; it ends with the server. */
export const runOnTime = (
  timer: Timer,
  opened: ClosingStack,
  { drillDesk, fleet, hourly, hub, inForce, renewCertificate, source, tick }: Timed,
): void => {
  const every = (milliseconds: number, action: () => void): void =>
    opened.add(timer.every(milliseconds, action));
  opened.add(timer.every(TICK_MS, () => void tick(), JUDGED_AFTER_MS));
  every(TICK_MS, () => void drillDesk.step());
  every(PING_MS, () => hub.checkAlive());
  every(PING_MS, () => drillDesk.hub?.checkAlive());
  every(FOLLOW_MS, () => hub.checkPasses());
  every(FOLLOW_MS, () => drillDesk.hub?.checkPasses());
  every(FOLLOW_MS, () => void inForce.follow());
  every(FOLLOW_MS, () => fleet.step());
  every(HOUR_MS, hourly);
  every(LIMITS.serverStatusSeconds * 1_000, () => source.announce());
  every(RENEW_MS, () => void renewCertificate());
};
