import type { EdgeHealth } from '@throng/contract';
import type { AnonymizedWindow } from '../stages/anonymize.js';

/** Windows that wait, and those given up. */
export type QueueState = EdgeHealth['queue'];

/** The only way out of the box. It takes nothing but anonymous windows and the agent's health. */
export interface WindowPublisher {
  publish(window: AnonymizedWindow): void;
  publishHealth(health: EdgeHealth): void;
  queue(): QueueState;
  /** Milliseconds since a server was known to hear us; 0 while one does. */
  serverAwayFor(): number;
  /** Waits for what is on its way (within a few seconds), says `offline` and leaves. */
  close(): Promise<void>;
}
