import type { AlertRules } from '../alerting/alert-rules.js';

/** The settings that decide what is made of a message. */
export interface Rules {
  /** A camera whose newest window is older is stale, and its ground unknown. */
  readonly staleAfterSeconds: number;
  /** A window older than this on arrival is stored, but says nothing of now. */
  readonly lateAfterSeconds: number;
  /** A window further ahead of the server's clock is refused. */
  readonly futureToleranceSeconds: number;
  readonly alerts: AlertRules;
}
