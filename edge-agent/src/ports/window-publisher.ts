import type { EdgeHealth } from '@throng/contract';
import type { AnonymizedWindow } from '../stages/anonymize.js';

/** Messages that wait for the broker, and those given up. */
export interface QueueState {
  readonly waiting: number;
  /** DROP_OLDEST: given up since the start because the queue was full. */
  readonly dropped: number;
}

/** The only way out of the box. It takes nothing but anonymous windows and the agent's health. */
export interface WindowPublisher {
  publish(window: AnonymizedWindow): void;
  publishHealth(health: EdgeHealth): void;
  queue(): QueueState;
  /** Sends what waits (within a few seconds), says `offline` and leaves. */
  close(): Promise<void>;
}
