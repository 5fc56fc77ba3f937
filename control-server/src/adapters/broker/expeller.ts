import { connectAsync } from 'mqtt';
import type { Clock } from '../../clock.js';
import { credentialsOf, type ExternalBroker } from './external-broker.js';

/** What is told of it. */
export interface ExpulsionEvents {
  readonly onEnded: (edge: string) => void;
  readonly onFailed: (edge: string, cause: string) => void;
}

/** Milliseconds between two expulsions of one box: who comes back at once must not keep us busy. */
const PAUSE_MS = 3_000;
const PATIENCE_MS = 5_000;

/** A box's client id where the broker takes it from the certificate, and the one that agents give themselves. */
const clientIds = (venue: string, edge: string): readonly string[] => [
  edge,
  `throng-edge-${venue}-${edge}`,
];

/**
 * Ends open sessions at a broker elsewhere, which goes on with a session whose certificate was revoked
 * since: whoever connects by a client id ends the session that had it (MQTT 3.1.4). Nobody else's line is
 * touched. Boxes cannot do this to each other, where the broker makes client ids of certificates.
 */
export class Expeller {
  readonly #last = new Map<string, number>();

  constructor(
    private readonly broker: ExternalBroker,
    private readonly clock: Clock,
    private readonly events: ExpulsionEvents,
  ) {}

  /** Ends what session a box has now, if any; resolves when it was tried. */
  async expel(edge: string): Promise<void> {
    const now = this.clock.now();
    if (now - (this.#last.get(edge) ?? Number.NEGATIVE_INFINITY) < PAUSE_MS) return;
    this.#last.set(edge, now);
    try {
      for (const clientId of clientIds(this.broker.venue, edge)) await this.#take(clientId);
      this.events.onEnded(edge);
    } catch (error) {
      this.events.onFailed(edge, error instanceof Error ? error.message : String(error));
    }
  }

  async #take(clientId: string): Promise<void> {
    const client = await connectAsync(
      this.broker.url,
      {
        clientId,
        clean: true,
        reconnectPeriod: 0,
        connectTimeout: PATIENCE_MS,
        ...credentialsOf(this.broker),
      },
      false,
    );
    await client.endAsync();
  }
}
