import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import {
  createServer as createTlsServer,
  type SecureContextOptions,
  type Server,
  type TLSSocket,
} from 'node:tls';
import type { Clock } from '../../clock.js';
import { type KeyPair, type KeyPairFiles, readKeyPair } from './key-pair.js';

/** Where it is said that a certificate was renewed, or could not be. */
export interface DoorLog {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** A certificate that cannot be served with: the server does not start. */
export class TlsFilesError extends Error {
  readonly code = 'TLS_FILES';
}

const LEAST: SecureContextOptions = { minVersion: 'TLSv1.2' };

/** TLS with a certificate that may be renewed while it serves. */
export class TlsDoor {
  /** What each serves with beside the certificate. */
  readonly #servers = new Map<Server, SecureContextOptions>();
  readonly #files: KeyPairFiles;
  readonly #clock: Clock;
  readonly #log: DoorLog;
  #pair: KeyPair;
  /** What was refused last, so that it is said once and not each minute. */
  #refused = '';

  private constructor(files: KeyPairFiles, pair: KeyPair, clock: Clock, log: DoorLog) {
    this.#files = files;
    this.#pair = pair;
    this.#clock = clock;
    this.#log = log;
  }

  /** @throws TlsFilesError when the files cannot be served with. */
  static async open(files: KeyPairFiles, clock: Clock, log: DoorLog): Promise<TlsDoor> {
    const pair = await readKeyPair(files, clock.now());
    if (!pair.ok) throw new TlsFilesError(pair.message);
    return new TlsDoor(files, pair.value, clock, log);
  }

  /** When the certificate ends that is served with, epoch ms. */
  get endsAt(): number {
    return this.#pair.endsAt;
  }

  /** An HTTPS server that answers by `listener`. */
  serve(listener: RequestListener, requestTimeout: number) {
    return this.#keep(createServer({ ...this.#context(LEAST), requestTimeout }, listener), LEAST);
  }

  /** A server of any protocol; with `ca` (PEM) only those come in who show a certificate of it. */
  accept(onSocket: (socket: TLSSocket) => void, ca: string | undefined): Server {
    const own = ca === undefined ? LEAST : { ...LEAST, ca };
    const asks = { requestCert: ca !== undefined, rejectUnauthorized: ca !== undefined };
    return this.#keep(createTlsServer({ ...this.#context(own), ...asks }, onSocket), own);
  }

  #context(own: SecureContextOptions): SecureContextOptions {
    const { cert, key } = this.#pair;
    return { ...own, cert, key };
  }

  #keep<Kept extends Server>(server: Kept, own: SecureContextOptions): Kept {
    this.#servers.set(server, own);
    server.once('close', () => this.#servers.delete(server));
    return server;
  }

  /**
   * Serves new connections with what the files hold now; goes on with the former certificate where
   * they cannot be served with, as while they are being replaced one after the other.
   */
  async renew(): Promise<void> {
    const pair = await readKeyPair(this.#files, this.#clock.now());
    if (!pair.ok) {
      if (this.#refused !== pair.message) {
        this.#log.error({ code: pair.code }, `the certificate is not renewed: ${pair.message}`);
      }
      this.#refused = pair.message;
      return;
    }
    this.#refused = '';
    const { cert, endsAt, key } = pair.value;
    if (cert === this.#pair.cert && key === this.#pair.key) return;
    this.#pair = pair.value;
    for (const [server, own] of this.#servers) server.setSecureContext(this.#context(own));
    this.#log.info({ until: new Date(endsAt).toISOString() }, 'the certificate is renewed');
  }
}
