import type { Clock, Timer } from '../clock.js';
import type { Log } from './log.js';
import type { Owned } from './owned.js';

/** What a server takes of the machine. */
export interface World {
  readonly clock: Clock;
  readonly timer: Timer;
  readonly log: Log;
  /** Where this server is one of several. */
  readonly owned?: Owned | undefined;
}

/** A server that runs, and how to reach and end it. */
export interface RunningServer {
  /** `http://host:port` of page and API, or `https://…`. */
  readonly url: string;
  /** `mqtt://host:port` of the broker, or `mqtts://…`. */
  readonly broker: string;
  /** The link that makes the first admin; absent where there is an account, or access is open. */
  readonly firstAdmin?: string;
  /** Serves with the certificates that their files hold now. */
  renewCertificate(): Promise<void>;
  /** Tells the clients, writes what waits, closes the store. */
  close(): Promise<void>;
}
