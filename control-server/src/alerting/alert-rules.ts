/** When a density alert begins and ends. */
export interface AlertRules {
  /** Seconds at or above a limit before an alert is raised or escalates. */
  readonly onDelaySeconds: number;
  /** The same for the emergency band, which cannot wait as long. */
  readonly emergencyOnDelaySeconds: number;
  /** Seconds below the limit less its deadband before an alert steps down or clears. */
  readonly offDelaySeconds: number;
  /** Share of the limit, so that a density round the limit does not chatter. */
  readonly deadband: number;
}
