import type { Log } from '../ports/log.js';

/** PUBACK reason "not authorized" of MQTT 5. */
const NOT_AUTHORIZED = 0x87;

/** Whether a broker's answer to a message says that its access rules forbid it. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === NOT_AUTHORIZED;

/** Counts what the broker's access rules refuse, and tells of it once per topic and connection. */
export class AccessRefusals {
  readonly #told = new Set<string>();
  #count = 0;

  constructor(
    private readonly edge: string,
    private readonly log: Log,
  ) {}

  /** Messages refused since the agent's start. */
  get count(): number {
    return this.#count;
  }

  /** A new connection: rules or certificate may be others. */
  reset(): void {
    this.#told.clear();
  }

  add(topic: string): void {
    this.#count += 1;
    if (this.#told.has(topic)) return;
    this.#told.add(topic);
    this.log.error(
      { code: 'not-authorized', topic, refused: this.#count },
      `the broker's access rules forbid us ${topic}; what was refused waits in the spool. The common name of this box's certificate, or its user name, must be "${this.edge}"`,
    );
  }
}
