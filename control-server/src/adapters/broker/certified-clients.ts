import type { TLSSocket } from 'node:tls';
import type { Aedes, AedesOptions, Client } from 'aedes';
import { type Refusal, refuse } from '../../admission/refusal.js';
import type { EdgeRules } from '../../broker/edge-rules.js';
import { type ShownCertificate, shownCertificate } from './edge-certificate.js';

/** How certificates stand; without it all of the authority are good until they end. */
export interface Standing {
  isRevoked(serial: string): boolean;
  seen(serial: string): void;
}

const NOBODY: ShownCertificate = { edge: null, serial: '' };
const GOOD: Standing = { isRevoked: () => false, seen: () => {} };

/** The embedded broker's clients where they must show certificates: each keeps to its own topics. */
export class CertifiedClients {
  readonly #shown = new Map<Client, ShownCertificate>();

  constructor(
    private readonly rules: EdgeRules,
    private readonly onRefused: (refusal: Refusal) => void,
    private readonly standing: Standing = GOOD,
  ) {}

  /** Hands a connection to the broker, or ends it where its certificate is revoked. */
  accept(broker: Aedes, socket: TLSSocket): void {
    const shown = shownCertificate(socket);
    if (this.standing.isRevoked(shown.serial)) {
      this.#refuse('revoked', shown, 'is revoked');
      socket.destroy();
      return;
    }
    const client = broker.handle(socket);
    this.#shown.set(client, shown);
    socket.once('close', () => this.#shown.delete(client));
    this.standing.seen(shown.serial);
  }

  /** Ends the connections of those revoked since they came. */
  cutRevoked(): void {
    for (const [client, shown] of this.#shown) {
      if (!this.standing.isRevoked(shown.serial)) continue;
      this.#refuse('revoked', shown, 'is revoked; its connection is cut');
      // Its Last Will is in the box's name, and true: the box is gone from now on.
      client.close();
    }
  }

  /** What the broker asks before it lets anybody do anything. */
  get hooks(): Pick<AedesOptions, 'preConnect' | 'authorizePublish' | 'authorizeSubscribe'> {
    return {
      preConnect: (client, { clientId }, done) => {
        const shown = this.#of(client);
        if (this.rules.mayBeCalled(shown.edge, clientId)) return done(null, true);
        done(this.#refuse('foreign-edge', shown, `may not be the client "${clientId}"`), false);
      },
      authorizePublish: (client, { topic }, done) => {
        const shown = this.#of(client);
        if (this.rules.mayWrite(shown.edge, topic)) return done(null);
        done(this.#refuse('foreign-edge', shown, `does not speak for ${topic}`));
      },
      authorizeSubscribe: (client, subscription, done) => {
        const shown = this.#of(client);
        if (this.rules.mayRead(shown.edge, subscription.topic)) return done(null, subscription);
        this.#refuse('foreign-read', shown, `may not read ${subscription.topic}`);
        // The subscription is refused in its answer (0x80); the connection stays.
        done(null, null);
      },
    };
  }

  #of(client: Client | null): ShownCertificate {
    return (client && this.#shown.get(client)) ?? NOBODY;
  }

  #refuse(
    reason: 'revoked' | 'foreign-edge' | 'foreign-read',
    { edge, serial }: ShownCertificate,
    why: string,
  ): Error {
    const message = `the certificate of ${edge ?? 'nobody'} ${why}`;
    this.onRefused(
      refuse(reason, reason === 'revoked' ? `${message} (serial ${serial})` : message),
    );
    return new Error(message);
  }
}
