/** What a venue may set about its capacity. */
export interface CapacityRules {
  /** Minutes within which everybody must be able to leave. */
  readonly egressMinutes: number;
  /** Metres of a gate's width that one entry point takes, as a turnstile or a search lane. */
  readonly entryPointMetres: number;
}
